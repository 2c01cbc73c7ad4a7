"""`python -m newsledger` is the command `newsledger`."""

from newsledger.cli import main

if __name__ == "__main__":
    main()
