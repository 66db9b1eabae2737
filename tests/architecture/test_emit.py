"""Signals can be emitted at length: PySide6 6.12.0 lost a reference to True on each emit and aborted on Python 3.11."""

import subprocess
import sys

EMIT = """
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    told = Signal(int)

sender, heard = Sender(), []
sender.told.connect(heard.append)
for number in range(1000):
    sender.told.emit(number)
print(len(heard), sum(heard))
"""


def test_a_thousand_emits_arrive() -> None:
    result = subprocess.run([sys.executable, "-c", EMIT], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout.split()) == (0, ["1000", "499500"]), result.stderr
