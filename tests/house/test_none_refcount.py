"""Guards against a PySide6 that drops a reference to None on every void call (decision 0002)."""

import sys

CALLS = 500
NOISE = 50


def test_void_qt_calls_keep_none_alive(qapp):
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < NOISE
