"""Who the program is to Windows and macOS: version resource and application bundle.

Takes: the version. Returns: PyInstaller's version resource, or the keys of Info.plist. Leaves out: signing.
"""

from typing import Any

NAME = "kwaicompare"
IDENTIFIER = "io.github.kwaicompare"
_LICENCE = "Apache-2.0"
_PURPOSE = "Compare two editions of a Chinese report"
_CHINESE_AND_ENGLISH = ((0x0804, "080404B0"), (0x0409, "040904B0"))
_UNICODE = 1200

# Uniform type identifiers, their Chinese-neutral name, and endings: what the window opens.
DOCUMENT_TYPES = (
    ("Text", ("public.plain-text",), ("txt",)),
    ("Markdown", ("net.daringfireball.markdown",), ("md", "markdown")),
    ("HTML", ("public.html",), ("html", "htm")),
    ("Word", ("org.openxmlformats.wordprocessingml.document",), ("docx",)),
    ("PDF", ("com.adobe.pdf",), ("pdf",)),
)


def numbers(version: str) -> tuple[int, int, int, int]:
    """Return the four numbers Windows wants: "0.1.0" and "0.1.0.dev3" → (0, 1, 0, 0)."""
    found = [int(part) for part in version.split(".")[:3] if part.isdecimal()]
    major, minor, patch = (*found, 0, 0, 0)[:3]
    return major, minor, patch, 0


def windows_strings(version: str, program: str) -> dict[str, str]:
    """Return the words that Explorer shows under Details."""
    return {
        "FileDescription": _PURPOSE,
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": _LICENCE,
        "OriginalFilename": f"{program}.exe",
        "ProductName": NAME,
        "ProductVersion": version,
    }


def version_resource(version: str, program: str) -> Any:
    """Return the version resource of a program, for `EXE(version=…)`; only on Windows."""
    from PyInstaller.utils.win32 import versioninfo as info

    words = [info.StringStruct(key, value) for key, value in windows_strings(version, program).items()]
    return info.VSVersionInfo(
        ffi=info.FixedFileInfo(filevers=numbers(version), prodvers=numbers(version), mask=0x3F, OS=0x40004, fileType=1),
        kids=[
            info.StringFileInfo([info.StringTable(table, words) for _, table in _CHINESE_AND_ENGLISH]),
            info.VarFileInfo(
                [info.VarStruct("Translation", [n for code, _ in _CHINESE_AND_ENGLISH for n in (code, _UNICODE)])]
            ),
        ],
    )


def property_list(version: str) -> dict[str, Any]:
    """Return what the bundle adds to PyInstaller's Info.plist: Retina, languages, document types."""
    return {
        "CFBundleDisplayName": NAME,
        # The bundle holds the console program as well.
        "CFBundleExecutable": f"{NAME}-gui",
        "LSBackgroundOnly": False,  # PyInstaller sets it for the sake of the console program
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "zh_CN",
        "CFBundleLocalizations": ["zh_CN", "en"],
        "NSHighResolutionCapable": True,
        "NSPrincipalClass": "NSApplication",
        "NSRequiresAquaSystemAppearance": False,
        "LSApplicationCategoryType": "public.app-category.productivity",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": name,
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": list(types),
                "CFBundleTypeExtensions": list(endings),
            }
            for name, types, endings in DOCUMENT_TYPES
        ],
    }
