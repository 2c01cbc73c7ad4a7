"""The command line. Importing it loads no library that reads data, so that help comes at once."""


def main() -> None:
    """Run the command `newsledger` with the arguments of the process, and end the process with its exit
    code.
    """
    from newsledger.cli.app import app

    app(prog_name="newsledger")
