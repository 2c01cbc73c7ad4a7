"""A browser for tests: Chromium without a window, driven through a pipe by the DevTools protocol."""

import base64
import json
import os
import select
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SECONDS = 60


class Browser:
    """One page in Chromium, what its console said and which addresses it asked for."""

    def __init__(self, to: int, fro: int) -> None:
        self._to, self._fro = to, os.fdopen(fro, "rb")
        self._number, self._buffer = 0, b""
        self.errors: list[str] = []
        self.requests: list[str] = []
        target = self._send("Target.createTarget", {"url": "about:blank"}, "")["targetId"]
        attached = self._send("Target.attachToTarget", {"targetId": target, "flatten": True}, "")
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """Return the answer of the page to a command of the protocol."""
        return self._send(method, params, self._session)

    def _send(self, method: str, params: dict[str, Any], session: str) -> dict[str, Any]:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise AssertionError(f"{method}: {answer['error']}")
                found: dict[str, Any] = answer["result"]
                return found

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            if not select.select([self._fro], [], [], 2 * SECONDS)[0]:
                raise AssertionError("the browser is silent")
            piece = os.read(self._fro.fileno(), 1 << 20)
            if not piece:
                raise AssertionError("the browser has ended")
            self._buffer += piece
        line, self._buffer = self._buffer.split(b"\0", 1)
        message: dict[str, Any] = json.loads(line)
        self._note(message.get("method", ""), message.get("params", {}))
        return message

    def _note(self, method: str, said: dict[str, Any]) -> None:
        if method == "Runtime.exceptionThrown":
            self.errors.append(str(said["exceptionDetails"].get("exception", said["exceptionDetails"])))
        elif method == "Runtime.consoleAPICalled" and said["type"] in {"error", "warning", "assert"}:
            self.errors.append(str(said["args"]))
        elif method == "Log.entryAdded" and said["entry"]["level"] in {"error", "warning"}:
            self.errors.append(f"{said['entry']['text']} {said['entry'].get('url', '')}")
        elif method == "Network.requestWillBeSent":
            self.requests.append(said["request"]["url"])

    def resize(self, width: int, height: int, *, phone: bool = False) -> None:
        """Give the page a size in pixels."""
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=phone,
        )

    def colours(self, scheme: str) -> None:
        """Let the system ask for `light` or `dark`."""
        self.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def open(self, page: Path, fragment: str = "") -> None:
        """Open a file as a reader would, and wait until its rows are there."""
        self.send("Page.navigate", url="about:blank")
        self.send("Page.navigate", url=f"{page.resolve().as_uri()}{fragment}")
        self.until("document.documentElement.dataset.ready === 'yes'")

    def ask(self, script: str) -> Any:
        """Return the value of an expression in the page; a promise is waited for."""
        answer = self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise AssertionError(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def until(self, condition: str) -> None:
        """Wait until an expression holds; AssertionError if it does not within a minute."""
        wait = (
            f"new Promise((done) => {{ const end = Date.now() + {SECONDS * 1000}; const look = () => "
            f"{{ let yes = false; try {{ yes = {condition}; }} catch {{ }} "
            "if (yes || Date.now() > end) done(Boolean(yes)); else setTimeout(look, 10); }; look(); })"
        )
        for _ in range(3):
            try:
                held = self.ask(wait)
            except AssertionError as problem:
                # An evaluation ends with its document, as it does while a page is being opened.
                if "context" not in str(problem) and "navigat" not in str(problem):
                    raise
                continue
            break
        assert held, f"did not come true: {condition}\n{self.errors}"

    def key(self, name: str, code: int = 0, text: str = "") -> None:
        """Press and release a key."""
        for kind in ("keyDown", "keyUp"):
            extra = {"text": text} if text and kind == "keyDown" else {}
            self.send(
                "Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=code, **extra
            )

    def drag(self, *points: tuple[float, float]) -> None:
        """Press the mouse at the first point, move it over the others and release it at the last."""
        held = {"button": "left", "clickCount": 1}
        x, y = points[0]
        self.send("Input.dispatchMouseEvent", type="mousePressed", x=x, y=y, **held)
        for x, y in points[1:]:
            self.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y, buttons=1, **held)
        self.send("Input.dispatchMouseEvent", type="mouseReleased", x=x, y=y, **held)

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """Write what is seen, or the whole page, as PNG."""
        shot = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(shot["data"]))


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium and end it afterwards; AssertionError where it is not installed."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "chromium is not installed: apt-get install chromium"
    hear, to = os.pipe()
    fro, speak = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        flags = (
            "--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --hide-scrollbars "
            f"--disable-background-networking --remote-debugging-pipe --user-data-dir={profile}"
        )
        command = f'exec "$0" {flags} 3<&{hear} 4>&{speak}'
        process = subprocess.Popen(
            ["bash", "-c", command, program],
            pass_fds=(hear, speak),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        os.close(hear)
        os.close(speak)
        try:
            yield Browser(to, fro)
        finally:
            os.close(to)
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(SECONDS)
