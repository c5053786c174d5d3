"""What the notice says of itself, its sectors and its figures."""

from __future__ import annotations

from tests.conftest import SMALL_RECEIVED
from tests.notice.edits.edit import (
    FRONT_LINES,
    TITLE_FRONT,
    TITLED,
    Edit,
)

LATER_TITLE = "title: 某省人民政府关于做好2032年安全生产工作的通知"
WRONG: dict[str, list[Edit]] = {
    # What the notice says of itself.
    "date-called-something-else": [("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: other, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n"), ("items", "issued: 2031-03-05", "issued: 2031-04-05")],
    "date-line-left-out": [("items", "issued: 2031-03-05", "issued: 2031-04-05"), ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: release, text: （此件公开发布）}]\n  left_out: [{lines: [2031年3月5日], why: 文件信息表}]\n")],
    "date-not-written": [("items", "  issued: 2031-03-05\n", ""), ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n")],
    "number-cut-short": [("items", "  number: 某政发〔2031〕7号", "  number: 7号"), FRONT_LINES],
    "number-not-written": [("items", "  number: 某政发〔2031〕7号\n", ""), FRONT_LINES],
    "issuer-cut-short": [("items", "  issuer: 某省人民政府", "  issuer: 人民政府"), ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n")],
    "year-not-written": [("items", "  year: 2031\n", "")],
    "title-of-another-province": [("items", "title: 某省人民政府关于", "title: 云河省人民政府关于")],
    "title-with-a-remark": [("items", "2031年安全生产工作的通知\n", "2031年安全生产工作的通知（全文）\n")],
    "title-not-known-and-no-mark": [("items", "  title: 某省人民政府关于做好2031年安全生产工作的通知\n", "  title: 待核\n")],
    "title-ends-with-a-stop": [("items", "2031年安全生产工作的通知\n", "2031年安全生产工作的通知。\n")],
    "title-with-narrow-brackets": [("items", "2031年安全生产工作的通知\n", "2031年安全生产工作的通知(全文)\n")],
    "title-not-of-the-front": [TITLED[0], ("items", FRONT_LINES[1], TITLE_FRONT), ("items", "  title: 某省人民政府关于做好2031年", "  title: 某省人民政府关于抓好2031年")],
    "title-of-half-a-line": [TITLED[0], ("items", FRONT_LINES[1], TITLE_FRONT), ("items", "  title: 某省人民政府关于做好2031年", "  title: 人民政府关于做好2031年")],
    "number-beside-something-else": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "文號：某政發〔2031〕7號\n"), ("items", FRONT_LINES[1], FRONT_LINES[2].replace("text: 某政发〔2031〕7号}", "text: 文号：某政发〔2031〕7号}")), ("items", "  number: 某政发〔2031〕7号", "  number: 某政发〔2031〕")],
    "two-numbers-called-other": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "某政發〔2031〕7號\n某政辦〔2031〕8號\n"), ("items", FRONT_LINES[1], FRONT_LINES[2].replace("{kind: number, text: 某政发〔2031〕7号}", "{kind: other, text: 某政发〔2031〕7号}, {kind: other, text: 某政办〔2031〕8号}"))],
    "issuer-of-no-line": [("items", "  release: （此件公开发布）\n", "  end: [{kind: other, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n")],
    "issuer-not-written": [("items", "  issuer: 某省人民政府\n", ""), ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n")],
    "release-beside-the-end": [("items", "  release: （此件公开发布）\n", "  release: （此件公开发布）\n  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n")],
    "later-number-in-other-brackets": [("items", "number: 某政发〔2032〕1号", "number: 某政发(2032)1号")],
    "mark-that-is-the-usual-one": [("items", "        title: 船舶专项整治", "        mark: （三）\n        title: 船舶专项整治")],
    "heading-as-a-mark": [(SMALL_RECEIVED, "(三)船舶專項整治。嚴查", "(三)船舶專項整治。\n海上:嚴查"), ("items", "          - tasks:\n              - id: item-3-2", "          - mark: 海上：\n            tasks:\n              - id: item-3-2")],
    "bundle-of-a-device": [("items", "  received: ", "  called: {bundle: con}\n  received: ")],
    "title-with-words-twice": [("items", "title: 某省人民政府关于", "title: 某省人民政府关于关于")],
    "title-cut-short": [("items", "2031年安全生产工作的通知\n", "2031年安全生产工作\n")],
    "later-title-with-words-twice": [("items", "2032年安全生产工作的通知", "2032年安全生产工作工作的通知")],
    "later-number-twice": [("items", "某政发〔2032〕1号", "某政发〔2032〕1号1号")],
    "addressees-called-the-issuer": [("items", FRONT_LINES[1], FRONT_LINES[2].replace("kind: addressees", "kind: issuer"))],
    "preamble-called-a-date": [("items", FRONT_LINES[1], FRONT_LINES[2].replace("kind: preamble", "kind: date"))],
    "preamble-called-a-release": [("items", FRONT_LINES[1], FRONT_LINES[2].replace("kind: preamble", "kind: release"))],
    "release-called-a-title": [("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: title, text: （此件公开发布）}]\n")],
    "issuer-called-something-else": [("items", "  issuer: 某省人民政府\n", ""), ("items", "  release: （此件公开发布）\n", "  end: [{kind: other, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n")],
    "date-of-another-day": [("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n"), ("items", "issued: 2031-03-05", "issued: 2031-04-05")],
    "date-with-spaces-called-something-else": [(SMALL_RECEIVED, "2031年3月5日", "2031年 3月 5日"), ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: other, text: 2031年 3月 5日}, {kind: release, text: （此件公开发布）}]\n")],
    "issuer-with-a-space-not-written": [(SMALL_RECEIVED, "某省人民(min)政府\n", "某省 人民政府\n"), ("items", "  issuer: 某省人民政府\n", ""), ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省 人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n")],
    "number-of-no-line": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", ""), ("items", FRONT_LINES[1], FRONT_LINES[2].replace("{kind: number, text: 某政发〔2031〕7号}, ", ""))],
    "title-behind-a-space-alone": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "某省人民政府 關於做好2031年安全生產工作的通知\n某政發〔2031〕7號\n"), ("items", FRONT_LINES[1], FRONT_LINES[2].replace("front: [", "front: [{kind: title, text: 某省人民政府 关于做好2031年安全生产工作的通知}, ")), ("items", "  title: 某省人民政府关于做好2031年", "  title: 关于做好2031年")],
    # How the received text is read.
    "rule-too-many": [("items", "  received: ", "  rules: [html, pinyin, traditional, zhuoyan, width]\n  received: ")],
    "rules-too-many": [("items", "  received: ", "  rules: [html, pinyin, toned-pinyin, traditional, zhuoyan, width]\n  received: ")],
    "rules-emptied": [("items", "  received: ", "  rules: []\n  received: ")],
    "received-of-another-name": [("items", "  received: source/received.txt", "  received: sectors.yaml")],
    "received-read-wrong-in-two-ways": [("items", "  received: source/received.txt", "  rules: [spaces]\n  received: sectors.yaml")],
    # Sectors.
    "sector-of-the-title-left-out": [("items", "        sectors: [ship]\n", "")],
    "sector-of-the-title-changed": [("items", "sectors: [ship]", "sectors: [typhoon]")],
    "sectors-of-a-task-emptied": [("items", "actors: [regulator, enterprise]\n", "actors: [regulator, enterprise]\n                sectors: []\n")],
    "sector-of-a-heading-left-out": [(SMALL_RECEIVED, "(三)船舶專項整治。嚴查", "(三)船舶專項整治\n颱風:嚴查"), ("items", "          - tasks:\n              - id: item-3-2", "          - heading: 台风\n            tasks:\n              - id: item-3-2")],
    "sector-called-in-chinese": [("sectors", "name: 船舶, kind: sector", "name: 船舶, kind: 行业领域")],
    # Figures.
    "quote-without-its-limit": [(SMALL_RECEIVED, "每季度召開一次", "每季度至少召開1次以上"), ("items", "text: 每季度召开一次会议。", "text: 每季度至少召开1次以上会议。"), ("items", "quote: 每季度召开一次会议", "quote: 召开1次")],
    "quote-cut-in-its-number": [(SMALL_RECEIVED, "每季度召開一次", "每季度召開120次"), ("items", "text: 每季度召开一次会议。", "text: 每季度召开120次会议。"), ("items", "quote: 每季度召开一次会议", "quote: 20次会议")],
    "quote-turned-round": [(SMALL_RECEIVED, "每季度召開一次", "每季度不得超過3次"), ("items", "text: 每季度召开一次会议。", "text: 每季度不得超过3次会议。"), ("items", "quote: 每季度召开一次会议", "quote: 超过3次")],
    "quote-cut-in-a-fraction": [(SMALL_RECEIVED, "每季度召開一次", "每季度抽查1.5%的"), ("items", "text: 每季度召开一次会议。", "text: 每季度抽查1.5%的会议。"), ("items", "quote: 每季度召开一次会议", "quote: 5%的会议")],
    "quote-cut-in-a-number-in-words": [(SMALL_RECEIVED, "每季度召開一次", "每季度召開二十四次"), ("items", "text: 每季度召开一次会议。", "text: 每季度召开二十四次会议。"), ("items", "quote: 每季度召开一次会议", "quote: 四次会议")],
    "first-line-of-the-file-not-transcribed": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "首頁\n某政發〔2031〕7號\n")],
    "provenance-with-a-narrow-mark": [("items", "  received: ", "  provenance: '网页,导航已删'\n  received: ")],
    "later-title-with-a-narrow-mark": [("items", LATER_TITLE, LATER_TITLE.replace("title: ", "title: '").replace("做好", "做好,") + "'")],
}  # fmt: skip
