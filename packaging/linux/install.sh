#!/bin/sh
# Put the unpacked program into the menus and the PATH of the user who runs this; nothing is copied, the folder stays
# where it is. `install.sh --remove` takes the links away.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin
desktop=$data/applications/kwaicompare.desktop

links() {
    echo "kwaicompare $bin/kwaicompare"
    echo "kwaicompare-gui $bin/kwaicompare-gui"
    echo "share/mime/packages/kwaicompare.xml $data/mime/packages/kwaicompare.xml"
    echo "share/icons/hicolor/scalable/apps/kwaicompare.svg $data/icons/hicolor/scalable/apps/kwaicompare.svg"
    echo "share/man/man1/kwaicompare.1 $data/man/man1/kwaicompare.1"
    echo "share/bash-completion/completions/kwaicompare $data/bash-completion/completions/kwaicompare"
    echo "share/zsh/site-functions/_kwaicompare $data/zsh/site-functions/_kwaicompare"
    echo "share/fish/vendor_completions.d/kwaicompare.fish $data/fish/vendor_completions.d/kwaicompare.fish"
}

links | while read -r source target; do
    if [ "${1:-}" = --remove ]; then
        rm -f "$target"
    else
        mkdir -p "$(dirname "$target")"
        ln -sf "$here/$source" "$target"
    fi
done
if [ "${1:-}" = --remove ]; then
    rm -f "$desktop"
else
    mkdir -p "$(dirname "$desktop")"
    sed "s|^Exec=kwaicompare-gui|Exec=\"$here/kwaicompare-gui\"|" "$here/share/applications/kwaicompare.desktop" > "$desktop"
fi
if command -v update-mime-database > /dev/null && [ -d "$data/mime" ]; then update-mime-database "$data/mime"; fi
if command -v update-desktop-database > /dev/null; then update-desktop-database "$data/applications"; fi
