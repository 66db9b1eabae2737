"""What the package leaves out, by name, each with its reason.

Takes: entries of PyInstaller's lists. Returns: those that are kept. Leaves out: libraries that only a plugin left out
needed; they go by themselves (`build.spec`, `needed`), because every system brings others along.
"""

_NO_NETWORK = "the program never opens a connection"
_NO_OPENGL = "drawn by Qt's raster engine"
_NOT_QT_QUICK = "the window is made of widgets"
_NO_DATABASE = "no Qt database is opened"
_OTHER_BINDING = "pyqtgraph draws through PySide6"
_FOR_DEVELOPERS = "tests, examples and tools of a library"
_OPTIONAL = "a library can use it, the program does not ask for it"

MODULES = {
    "PySide6.QtBluetooth": _NO_NETWORK,
    "PySide6.QtConcurrent": "one worker thread of our own",
    "PySide6.QtDBus": "no Python code speaks D-Bus",
    "PySide6.QtDesigner": _FOR_DEVELOPERS,
    "PySide6.QtHelp": "help is one page of keys",
    "PySide6.QtNetwork": _NO_NETWORK,
    "PySide6.QtPrintSupport": "reports are printed by the browser",
    "PySide6.QtQml": _NOT_QT_QUICK,
    "PySide6.QtQuick": _NOT_QT_QUICK,
    "PySide6.QtQuickControls2": _NOT_QT_QUICK,
    "PySide6.QtQuickTest": _FOR_DEVELOPERS,
    "PySide6.QtQuickWidgets": _NOT_QT_QUICK,
    "PySide6.QtSql": _NO_DATABASE,
    "PySide6.QtTest": _FOR_DEVELOPERS,
    "PySide6.QtUiTools": _FOR_DEVELOPERS,
    "PySide6.QtXml": "no XML is read through Qt",
    "PyQt5": _OTHER_BINDING,
    "PyQt6": _OTHER_BINDING,
    "PySide2": _OTHER_BINDING,
    "OpenGL": _NO_OPENGL,
    "IPython": _OPTIONAL,
    "colorcet": _OPTIONAL,
    "cupy": _OPTIONAL,
    "h5py": _OPTIONAL,
    "jinja2": _OPTIONAL,
    "lxml": "HTML is read by selectolax",
    "matplotlib": "plots are pyqtgraph's",
    "numba": _OPTIONAL,
    "pandas": "no module of the program imports it",
    "pyarrow": _OPTIONAL,
    "scipy": _OPTIONAL,
    "tkinter": "the window is Qt's",
    "jieba": "proves in the tests that rjieba cuts alike",
    "hypothesis": _FOR_DEVELOPERS,
    "pip": _FOR_DEVELOPERS,
    "pytest": _FOR_DEVELOPERS,
    "setuptools": _FOR_DEVELOPERS,
    "numpy.f2py": _FOR_DEVELOPERS,
    "numpy.distutils": _FOR_DEVELOPERS,
    "numpy.testing": _FOR_DEVELOPERS,
    "numpy.tests": _FOR_DEVELOPERS,
    "numpy.random": "nothing is drawn at random",
    "numpy._core._multiarray_tests": _FOR_DEVELOPERS,
    "numpy._core._operand_flag_tests": _FOR_DEVELOPERS,
    "numpy._core._rational_tests": _FOR_DEVELOPERS,
    "numpy._core._struct_ufunc_tests": _FOR_DEVELOPERS,
    "numpy._core._umath_tests": _FOR_DEVELOPERS,
    "pyqtgraph.canvas": _OPTIONAL,
    "pyqtgraph.console": _FOR_DEVELOPERS,
    "pyqtgraph.dockarea": "docks are Qt's",
    "pyqtgraph.examples": _FOR_DEVELOPERS,
    "pyqtgraph.exporters": "plots are saved by the window itself",
    "pyqtgraph.flowchart": _OPTIONAL,
    "pyqtgraph.jupyter": _OPTIONAL,
    "pyqtgraph.opengl": _NO_OPENGL,
    "rapidfuzz.fuzz_cpp": "ratios of strings are not asked for; rapidfuzz has them in Python as well",
    "rapidfuzz.fuzz_cpp_avx2": "as fuzz_cpp",
    "rapidfuzz.process_cpp": "as fuzz_cpp",
    "rapidfuzz.process_cpp_impl": "as fuzz_cpp",
    "asyncio": _NO_NETWORK,
    "ftplib": _NO_NETWORK,
    "http.server": _NO_NETWORK,
    "ssl": _NO_NETWORK,
    "_ssl": _NO_NETWORK,
    "xmlrpc": _NO_NETWORK,
    "_hashlib": "Python's own SHA-256 serves, and OpenSSL (5 MB) stays away",
    "pdb": _FOR_DEVELOPERS,
    "doctest": _FOR_DEVELOPERS,
    "unittest": _FOR_DEVELOPERS,
    "lib2to3": _FOR_DEVELOPERS,
    "readline": "there is no prompt",
}

# Parts of the path of a file below PySide6's plugins.
PLUGINS = {
    "egldeviceintegrations/": "screens without a desktop",
    "generic/": "keyboards and tablets without a desktop",
    "networkinformation/": _NO_NETWORK,
    "tls/": _NO_NETWORK,
    "qmltooling/": _NOT_QT_QUICK,
    "qml/": _NOT_QT_QUICK,
    "sqldrivers/": _NO_DATABASE,
    "virtualkeyboard/": "Chinese is typed by the desktop's own input method",
    "platforms/libqeglfs": "screens without a desktop",
    "platforms/libqlinuxfb": "screens without a desktop",
    "platforms/libqminimalegl": "screens without a desktop",
    "platforms/libqvkkhrdisplay": "screens without a desktop",
    "platforms/libqvnc": _NO_NETWORK,
    "platforms/qdirect2d": "Windows is drawn by the qwindows plugin",
    "platforminputcontexts/libqtvirtualkeyboard": "Chinese is typed by the desktop's own input method",
    "platforminputcontexts/qtvirtualkeyboard": "Chinese is typed by the desktop's own input method",
    "platformthemes/libqgtk3": "the window has its own colours; it drags all of GTK along",
    "wayland-graphics-integration-client/": _NO_OPENGL,
    "xcbglintegrations/": _NO_OPENGL,
    "imageformats/libqgif": "pictures are PNG and SVG",
    "imageformats/libqicns": "pictures are PNG and SVG",
    "imageformats/libqjpeg": "pictures are PNG and SVG",
    "imageformats/libqtga": "pictures are PNG and SVG",
    "imageformats/libqtiff": "pictures are PNG and SVG",
    "imageformats/libqwbmp": "pictures are PNG and SVG",
    "imageformats/libqwebp": "pictures are PNG and SVG",
}

# Libraries by the beginning of their names: those of other systems, where `needed` does not look.
LIBRARIES = {
    "Qt6Network": _NO_NETWORK,
    "QtNetwork": _NO_NETWORK,
    "Qt6Pdf": "no PDF is read through Qt",
    "Qt6Qml": _NOT_QT_QUICK,
    "Qt6Quick": _NOT_QT_QUICK,
    "Qt6VirtualKeyboard": "Chinese is typed by the desktop's own input method",
    "opengl32sw": _NO_OPENGL,
    "d3dcompiler": _NO_OPENGL,
}

# Data files: by part of the path.
DATA = {
    "opencc/clib/bin/": "command-line tools of OpenCC",
    "opencc/clib/include/": "headers of OpenCC",
    "opencc/clib/lib": "static libraries of OpenCC",
    "pyqtgraph/icons/": "pyqtgraph's own window is never shown",
    "numpy-": "no entry point of numpy is looked up",
    **dict.fromkeys(
        (f".dist-info/{name}" for name in ("direct_url.json", "uv_", "RECORD", "INSTALLER", "REQUESTED")),
        "how and where the package was installed on this machine",
    ),
}
SOURCES = (".a", ".c", ".cpp", ".h", ".hpp", ".pxd", ".pyx", ".pyi", ".typed")
# Qt's words for its own dialogs and buttons, in the languages of the program.
TRANSLATIONS = ("qtbase_zh_CN.qm", "qtbase_en.qm")


def kept(name: str) -> bool:
    """Tell whether a file of the package is kept, by where it would stand."""
    place = "/" + name.replace("\\", "/")
    file = place.rpartition("/")[2]
    if "PySide6" in place and "/translations/" in place:
        return file in TRANSLATIONS
    if "/plugins/" in place and any(part in place for part in PLUGINS):
        return False
    return not (file.startswith(tuple(LIBRARIES)) or file.endswith(SOURCES) or any(part in place for part in DATA))
