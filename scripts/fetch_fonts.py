"""Make ``resources/fonts`` anew from the npm packages of Google's fonts.

Every font but three is copied to the letter. The Chinese, Japanese and Korean ones come as subsets of the characters
that names are written in, because the whole of them weighs 22 MB. Each font has its licence beside it. Run it with
``npm`` on the path: ``python scripts/fetch_fonts.py``. Nothing in the program needs this script, nor any network.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import uharfbuzz as hb

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"

PACKAGES = {
    "inter": ("0.4.2", "Inter", ("300Light", "400Regular", "500Medium", "600SemiBold", "700Bold")),
    "noto-sans": ("0.4.2", "NotoSans", ("400Regular", "600SemiBold")),
    "noto-sans-arabic": ("0.4.3", "NotoSansArabic", ("400Regular", "600SemiBold")),
    "noto-sans-hebrew": ("0.4.1", "NotoSansHebrew", ("400Regular", "600SemiBold")),
    "noto-sans-armenian": ("0.4.2", "NotoSansArmenian", ("400Regular", "600SemiBold")),
    "noto-sans-georgian": ("0.4.3", "NotoSansGeorgian", ("400Regular", "600SemiBold")),
    "noto-sans-bengali": ("0.4.4", "NotoSansBengali", ("400Regular", "600SemiBold")),
    "noto-sans-thai": ("0.4.2", "NotoSansThai", ("400Regular", "600SemiBold")),
    "noto-emoji": ("0.4.7", "NotoEmoji", ("500Medium",)),
    "noto-sans-sc": ("0.4.3", "NotoSansSC", ("500Medium",)),
    "noto-sans-jp": ("0.4.3", "NotoSansJP", ("500Medium",)),
    "noto-sans-kr": ("0.4.3", "NotoSansKR", ("500Medium",)),
}
"""Package: its version, the family as its files call it, the weights that are shipped."""

PUNCTUATION = frozenset({*range(0x20, 0x7F), *range(0x3000, 0x3020), *range(0xFF01, 0xFF61), 0xB7, 0x30FB, 0x30FC})
"""Kept in every subset, so that a name's spaces, dots and brackets come from the font of the name."""

CHINESE_NAMES = (
    "喆堃祎赟翀珺犇旻婳鋆镕炆琎瑀昇玥甯邨頔垚焱燚翯頫钜烜煊珅琤瑄璟暐昳旸旼皛龑韫赜骎骐骕骦禛禤綝翾芃莛菥藴逄鋐錡闫闳韡飏飚飔鹓鹔"
    "黉黢龢龘珧珵琇琲瑒瑢瑧瑸璁璆璈璠璩璿甪畇畯盷睎碶磾礽祾禔秾穜竑筼篪绂绗缊翃翙翚芈茏莳菂蒨虓衎袆裎觐訏谞谡趸跹躞轾辀迓迕逌遘邗邺"
    "郃郚酆钰钤钺铠铱锳锜锟锴锽镆镛镝闿阆陔陟隗隰雎雩颀颉颋颙骢鹄鹂妫贠邸仉缑厍郄庹卮乜"
)
"""Common in the names of people and outside GB 2312, which is from 1980."""

JAPANESE_NAMES = (
    "凛凜惺颯翔莉珈澤濱櫻齋齊邊邉彌髙﨑澪廣國壽圓榮藏眞德瀨嵜槇遙堯峯晄曉昊暉煌燈玖琥瑶璃碧祐禎穣笙紗絢綾羚翠翼聡芙苺茉莊菫萠蒔蔦薫"
    "虹蝶裟詢諒輿逞邑醐錦鎌閏雫霞靖馨駿鴻鵬麒麟麿黎黛"
)
"""Common in the names of people and outside level 1 of JIS X 0208."""


def double_bytes(codec: str, leads: Iterable[int], trails: Iterable[int]) -> Iterator[int]:
    """The characters of a two-byte national standard, as code points."""
    trail_bytes = tuple(trails)
    for lead in leads:
        for trail in trail_bytes:
            text = bytes((lead, trail)).decode(codec, errors="ignore")
            if len(text) == 1:
                yield ord(text)


def characters(package: str) -> frozenset[int] | None:
    """What a subset keeps, or None where the font is shipped whole.

    Chinese: GB 2312, the 5,401 common characters of Big5, and those of names. Japanese: kana, the 2,965 kanji of JIS
    level 1, and those of names. Korean: the 2,350 syllables of KS X 1001.
    """
    high = range(0xA1, 0xFF)
    if package == "noto-sans-sc":
        common = double_bytes("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *high))
        simplified = double_bytes("gb2312", range(0xB0, 0xF8), high)
        return PUNCTUATION | frozenset(simplified) | frozenset(common) | frozenset(map(ord, CHINESE_NAMES))
    if package == "noto-sans-jp":
        kana = frozenset({*range(0x3041, 0x3100), *range(0x31F0, 0x3200), *range(0xFF61, 0xFFA0)})
        kanji = frozenset(double_bytes("euc_jp", range(0xB0, 0xD0), high))
        return PUNCTUATION | kana | kanji | frozenset(map(ord, JAPANESE_NAMES))
    if package == "noto-sans-kr":
        jamo = frozenset(range(0x3131, 0x318F))
        return PUNCTUATION | jamo | frozenset(double_bytes("euc_kr", range(0xB0, 0xC9), high))
    return None


def tags(*names: str) -> set[int]:
    """Four-letter OpenType tags as HarfBuzz counts them."""
    return {int.from_bytes(name.encode(), "big") for name in names}


def subset(font: Path, keep: frozenset[int]) -> bytes:
    """The font with only these characters, without the tables of vertical setting."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).set(set(keep))
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(tags("vhea", "vmtx", "BASE", "STAT"))
    wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).set(tags("ccmp", "locl", "kern", "mark", "mkmk"))
    wanted.flags = hb.SubsetFlags.NO_HINTING
    made = hb.subset(hb.Face(hb.Blob.from_file_path(str(font))), wanted)
    return bytes(made.blob.data)


def unpack(package: str, version: str, into: Path) -> Path:
    """Fetch one package and open it; the folder its files are in."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is not on the path")
    name = f"@expo-google-fonts/{package}@{version}"
    packed = subprocess.run([npm, "pack", name, "--silent"], cwd=into, check=True, capture_output=True, text=True)
    folder = into / package
    with tarfile.open(into / packed.stdout.split()[-1]) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def make(package: str, source: Path) -> Iterator[Path]:
    """Write one family and its licence; the files written."""
    _, family, weights = PACKAGES[package]
    folder = FONTS / package
    folder.mkdir(parents=True, exist_ok=True)
    keep = characters(package)
    for weight in weights:
        font = source / weight / f"{family}_{weight}.ttf"
        to = folder / f"{family}-{weight[3:]}.ttf"
        to.write_bytes(font.read_bytes() if keep is None else subset(font, keep))
        yield to
    licence = folder / "OFL.txt"
    licence.write_bytes((source / "LICENSE_FONT").read_bytes())
    yield licence


def main() -> None:
    """Fetch, subset and write every font."""
    with tempfile.TemporaryDirectory() as scratch:
        for package, (version, _, _) in PACKAGES.items():
            for path in make(package, unpack(package, version, Path(scratch))):
                print(f"{path.relative_to(FONTS)}  {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
