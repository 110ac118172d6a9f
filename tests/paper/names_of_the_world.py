"""Names that an engine for badges has to print, and what hypothesis makes of their scripts."""

from __future__ import annotations

from hypothesis import strategies as st

NAMES = (
    "Begoña Ibáñez Etxeberria",
    "Łukasz Wójcik",
    "María de los Ángeles Fernández-Villaverde y Gómez de la Serna",
    "Jo",
    "O'Neill",
    "Nguyễn Thị Minh Khai",
    "Zoë Ångström",
    "Νίκος Παπαδόπουλος",
    "Дмитрий Щёголев",
    "محمد العربي بن علي",
    "عبد الله",
    "مُحَمَّد",
    "שרה לוי",
    "לֵוִי",
    "黄磊",
    "陳大文",
    "김민준",
    "さくら",
    "髙橋 結衣",
    "राहुल क्षत्रिय",
    "สมชาย น้ำทิพย์",
    "Արամ Խաչատրյան",
    "ნინო ბერიძე",
    "মোহাম্মদ রহমান",
    "@café_con_🚀",
    "👩\u200d💻 Ana",
)

ALPHABETS = (
    "abcdefghijklmnñopqrstuvwxyzáéíóúüçABCDEFGHIJKLMNÑOPQRSTUVWXYZ-' .",
    "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ ",
    "ạảấầẩẫậắằẵặẹẻẽếềễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ ",
    "αβγδεζηθάέή ",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяё ",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويةآأ ًٌٍَُِّ",
    "אבגדהוזחטיכלמנסעפצקרשת ְִֵֶַָֹ",
    "黄磊王李张刘陈杨赵周吴徐孙马胡郭何高林罗",
    "김이박최정강조윤장임민준서연지우",
    "さくらたなかすずきサトウ",
    "कखगघचछजझटठडढतथदधनपफबभमयरलवशषसह ािीुूेैोौ्ंः",
    "กขคงจฉชซญณดตถทธนบปผฝพฟภมยรลวศสหอ ะาิีึืุูเแโใไ่้๊๋์",
    "🚀🎉❤☕🌻🐈_@0123456789",
)

scripts = st.sampled_from(ALPHABETS).flatmap(lambda letters: st.text(letters, min_size=1, max_size=60))
"""Text in one script."""

mixed = st.lists(scripts, min_size=1, max_size=3).map(" ".join).map(lambda text: text[:120])
"""Text in up to three scripts, up to 120 characters."""
