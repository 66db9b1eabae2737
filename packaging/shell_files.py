"""What shells know of the commands: completion for bash, zsh and fish, and the man page, made from the parser.

Takes: the parser of `kwaicompare.cli.parser`. Returns: files below ``share/``. Leaves out: names of sections and what
else only a document can tell.

    python packaging/shell_files.py ~/.local/share    writes them for a program installed from source
"""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kwaicompare import __version__  # noqa: E402 - found beside this folder
from kwaicompare.cli.parser import command_parser  # noqa: E402

PROGRAM = "kwaicompare"


@dataclass(frozen=True, slots=True)
class Option:
    """An option: its spellings, what it is for, what may follow it (None: nothing, (): a file)."""

    names: tuple[str, ...]
    purpose: str
    choices: tuple[str, ...] | None
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """A command with its options and the names of its arguments."""

    name: str
    purpose: str
    options: tuple[Option, ...]
    usage: str


def commands(parser: argparse.ArgumentParser) -> tuple[Command, ...]:
    """Return the commands of a parser, in its order."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            purposes = {choice.dest: choice.help or "" for choice in action._choices_actions}
            return tuple(
                Command(
                    name, purposes[name], _options(sub), " ".join(sub.format_usage().replace("[-h]", "").split()[3:])
                )
                for name, sub in action.choices.items()
            )
    return ()


def _options(parser: argparse.ArgumentParser) -> tuple[Option, ...]:
    return tuple(
        Option(tuple(action.option_strings), action.help or "", _choices(action), _placeholder(action))
        for action in parser._actions
        if action.option_strings and action.dest != "help"
    )


def _choices(action: argparse.Action) -> tuple[str, ...] | None:
    if action.nargs == 0:
        return None
    return tuple(map(str, action.choices)) if action.choices else ()


def _placeholder(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    return str(action.metavar or "|".join(map(str, action.choices or ())))


def bash(found: tuple[Command, ...]) -> str:
    """Return the completion for bash: commands first, then options and files."""
    options = "\n".join(
        f'        {command.name}) options="{" ".join(n for o in command.options for n in o.names)}" ;;'
        for command in found
    )
    values = "\n".join(
        f'        {"|".join(names)}) COMPREPLY=($(compgen -W "{" ".join(choices)}" -- "$word")); return ;;'
        for names, choices in sorted({(o.names, o.choices) for c in found for o in c.options if o.choices})
    )
    names = " ".join(command.name for command in found)
    return f"""# bash completion of {PROGRAM}
_{PROGRAM}() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}} command=${{COMP_WORDS[1]}} options=
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "{names} --help --version" -- "$word") $(compgen -f -- "$word"))
        return
    fi
    case $before in
{values}
    esac
    case $command in
{options}
    esac
    case $word in
        -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
        *) COMPREPLY=($(compgen -W "2022 2026" -- "$word") $(compgen -f -- "$word")) ;;
    esac
}}
complete -o filenames -F _{PROGRAM} {PROGRAM}
"""


def zsh(found: tuple[Command, ...]) -> str:
    """Return the completion for zsh."""
    names = "\n".join(f"    '{command.name}:{_zsh_words(command.purpose)}'" for command in found)
    cases = "\n".join(
        f"    {command.name}) _arguments {' '.join(map(_zsh_option, command.options))} '*:file:_files' ;;"
        for command in found
    )
    return f"""#compdef {PROGRAM}
_{PROGRAM}() {{
  local -a commands
  commands=(
{names}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _files
    return
  fi
  local command=$words[2]
  (( CURRENT-- ))
  shift words
  case $command in
{cases}
  esac
}}
_{PROGRAM} "$@"
"""


def _zsh_option(option: Option) -> str:
    purpose = _zsh_words(option.purpose)
    value = (
        "" if option.choices is None else f":value:({' '.join(option.choices)})" if option.choices else ":value:_files"
    )
    return " ".join(f"'{name}[{purpose}]{value}'" for name in option.names)


def _zsh_words(words: str) -> str:
    """Return words without the signs that mean something inside a description."""
    return words.translate(str.maketrans({"'": "’", "[": "(", "]": ")", ":": "："}))


def fish(found: tuple[Command, ...]) -> str:
    """Return the completion for fish."""
    lines = [f"# fish completion of {PROGRAM}"]
    for command in found:
        lines.append(f"complete -c {PROGRAM} -n __fish_use_subcommand -a {command.name} -d {_quoted(command.purpose)}")
        for option in command.options:
            spelling = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in option.names)
            value = (
                ""
                if option.choices is None
                else f" -x -a {_quoted(' '.join(option.choices))}"
                if option.choices
                else " -r"
            )
            seen = f"'__fish_seen_subcommand_from {command.name}'"
            lines.append(f"complete -c {PROGRAM} -n {seen} {spelling}{value} -d {_quoted(option.purpose)}")
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"


def man_page(parser: argparse.ArgumentParser, found: tuple[Command, ...]) -> str:
    """Return the man page: commands, options, examples and exit status in the parser's own words."""
    examples, _, status = (parser.epilog or "").partition("exit status:")
    lines = [
        f'.TH KWAICOMPARE 1 "" "{PROGRAM} {__version__}" "User commands"',
        *(".SH NAME", f"{PROGRAM} \\- {_troff((parser.description or '').rstrip('.').lower())}"),
        *(".SH SYNOPSIS", f".B {PROGRAM}", "[A B]", ".br", f".B {PROGRAM}", "COMMAND [options] [FILE ...]"),
        *(".SH DESCRIPTION", "Without a command the window opens, on two files or on the two white papers."),
        "A document is a file (.txt, .md, .html) or the name of a document in the corpus (2022, 2026).",
        ".SH COMMANDS",
    ]
    for command in found:
        lines += [".TP", f".B {command.name} {_troff(command.usage)}", _troff(command.purpose) + "."]
        for option in command.options:
            spelling = ", ".join(option.names) + (f" {option.placeholder}" if option.placeholder else "")
            lines += [".RS", ".TP", f".B {_troff(spelling)}", _troff(option.purpose or "see above"), ".RE"]
    lines += [".SH EXIT STATUS", _troff(status.strip()), ".SH EXAMPLES", ".nf"]
    lines += [_troff(line.strip()) for line in examples.splitlines()[1:] if line.strip()]
    lines += [
        ".fi",
        ".SH ENVIRONMENT",
        ".TP",
        ".B KWAICOMPARE_CORPUS",
        "folders with full papers, separated as in PATH",
    ]
    lines += [".TP", ".B KWAICOMPARE_DEBUG", "show where the program failed"]
    return "\n".join(lines) + "\n"


def _troff(words: str) -> str:
    return words.replace("\\", "\\e").replace("-", "\\-")


def write_shell_files(share: Path) -> None:
    """Write completions and man page where shells and man look below ``share``."""
    parser = command_parser()
    found = commands(parser)
    for place, content in {
        "bash-completion/completions/kwaicompare": bash(found),
        "zsh/site-functions/_kwaicompare": zsh(found),
        "fish/vendor_completions.d/kwaicompare.fish": fish(found),
        "man/man1/kwaicompare.1": man_page(parser, found),
    }.items():
        target = share / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_shell_files(Path(sys.argv[1]))
