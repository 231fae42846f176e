#!/usr/bin/env python3
"""Writes vocab.txt and cases.jsonl. The vocabulary and the texts are made up here; the expected values are those of
transformers 4.27.1's BertTokenizer on Python 3.11 (Unicode 14), with from_pretrained. Run it with that release:
    pip install transformers==4.27.1 && ./make_cases.py
"""
import json
import pathlib
import tempfile

from transformers.models.bert.tokenization_bert import BertTokenizer

HERE = pathlib.Path(__file__).parent
WORDS = """[PAD] [UNK] [CLS] [SEP] [MASK] the a b c d e is what color red cat cats ##s zebra run ##ning un ##aff ##able
cafe naive i s σ ##ς ##σ οδο ß 日 本 か ##な ##ᆫ ##ᅡ ᄒ ! ? , . ' - [ ] mask ##mask ( ) # $ @ « » 、 € x xy ##y ##x
k å ##e THE Cat Σ é 豈 更 É ` ; = ## ##a ##b ##c""".split()
TEXTS = {
    "empty": "", "spaces only": " \t\n\r", "plain": "What color is the cat?", "greedy": "unaffable cats running",
    "unmatched part": "catz cats", "unknown word": "quagga", "not the start": "ning s",
    "punctuation": "cat's [cat] a-b, c.", "symbol stays": "€ $ €x", "other punctuation": "«cat»、",
    "number signs": "##s #", "special inside": "a[MASK]b", "special with spaces": "  [CLS]  [SEP] x[PAD]",
    "special in lower case": "[mask] [Mask]", "special twice": "[MASK][MASK]", "special unclosed": "[MASK [[MASK]]",
    "zero width in special": "[MA\u200bSK]", "zero width in glued special": "a[MA\u200bSK]",
    "unknown special": "[UNK] a", "control": "c\x00a\x07t\x7f", "tab and return": "a\tb\nc\rd",
    "vertical tab": "a\x0bb\x0cc", "next line": "a\x85b", "file separator": "a\x1cb",
    "format": "c\u00ada\u200bt\ufeff", "replacement": "c\ufffdat", "private use": "c\ue000a\U00100000t",
    "unassigned": "c\u0378\U000e0fffat", "line separator": "a\u2028b\u2029c", "wide space": "a\u3000b\u00a0c\u2003d",
    "tag characters": "a\U000e0041b", "ideographs": "日本cat本", "extension E": "a\U0002b820b",
    "compatibility ideograph": "a\uf900b", "compatibility supplement": "x\U0002f800y", "kana": "かな がな",
    "hangul": "한", "accents": "Café naïve", "separate accents": "cafe\u0301 e\u0301", "accent alone": "a \u0301 b",
    "accent first": "\u0301cat", "sigma": "Σ ΟΔΟΣ οδος", "dotted I": "İS", "sharp s": "ß ẞ", "kelvin": "K Å",
    "grave by NFD": "a\u1fefb", "question by NFD": "a\u037eb", "not equal": "a≠b", "marks that swap": "か\u302e\u1b44",
    "100 characters": "x" + "y" * 99, "101 characters": "x" + "y" * 100, "100 letters, 99 accents": "x" + "y\u0301" * 99,
    "101 letters, 100 accents": "x" + "y\u0301" * 100, "dotted I grows": "s" * 2 + "İ", "capitals": "THE Cat É é",
    "emoji": "cat \U0001f600 a\u200d", "enclosing mark": "a\u20dd", "spacing mark": "a\u0903",
}
PAIRS = [("what color", "the cat"), ("a b c d", ""), ("", ""), ("", "a b"), ("a b c d", "e"), ("a", "b c d e"),
         ("a b c", "a b c"), ("a [SEP] b", "[MASK]"), ("unaffable", "cats")]
LENGTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 12]
KEYS = ("input_ids", "token_type_ids", "attention_mask", "tokens")


def main():
    (HERE / "vocab.txt").write_text("\n".join(WORDS) + "\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "vocab.txt").write_text("\n".join(WORDS) + "\n", encoding="utf-8")
        tokenizers = {lower: BertTokenizer.from_pretrained(folder, do_lower_case=lower) for lower in (True, False)}
    rows = [(name, text, None, None, lower) for name, text in TEXTS.items() for lower in (True, False)]
    rows += [("one text", text, None, length, True) for text in ("", "a b c d") for length in LENGTHS]
    rows += [("pair", *pair, None, True) for pair in PAIRS]
    rows += [("pair", *pair, length, True) for pair in PAIRS[:7] for length in LENGTHS]
    with open(HERE / "cases.jsonl", "w", encoding="ascii") as out:
        for name, text, pair, length, lower in rows:
            fixed = {} if length is None else dict(max_length=length, truncation="longest_first", padding="max_length")
            tokenizer = tokenizers[lower]
            got = dict(tokenizer(text, pair, **fixed))
            got["tokens"] = tokenizer.convert_ids_to_tokens(got["input_ids"])
            row = dict(name=name, text=text, pair=pair, max_length=length, do_lower_case=lower)
            out.write(json.dumps({**row, **{key: got[key] for key in KEYS}}) + "\n")


if __name__ == "__main__":
    main()
