"""Edits that look like slips and are none: each must pass."""

from __future__ import annotations

from tests.conftest import SMALL_RECEIVED
from tests.notice.edits.edit import (
    FRONT_LINES,
    LAW_1,
    OF_A_HAZARD,
    SECOND_LAW,
    SIDES_32,
    SUPPORTING,
    TEXT_32,
    TITLE_FRONT,
    TITLED,
    Edit,
    cited,
    editorial,
    law,
    method,
    question,
)
from tests.notice.edits.laws import OLD_TEXT


def named(party: str) -> list[Edit]:
    """The brackets of a notice that names another party than 省乙局."""
    return [
        (SMALL_RECEIVED, "省乙局", party),
        ("items", "省乙局", party),
        ("items", "departments: [省乙局]", f"departments: [{party}]"),
    ]


LAWFUL: dict[str, list[Edit]] = {
    "a left-out line as it stands in the file": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "首頁\n某政發〔2031〕7號\n"), ("items", "  received: ", "  left_out: [{lines: [首頁], why: 网页上的文字}]\n  received: ")],
    "the same line left out twice": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "首頁\n首頁\n某政發〔2031〕7號\n"), ("items", "  received: ", "  left_out: [{lines: [首页, 首页], why: 网页上的文字}]\n  received: ")],
    "words between quotation marks": [method('"抽查船舶证书：看 #2 号"')],
    "a folded line": [method("抽查船舶证书，\n                      再看台账")],
    "a comment in a line of its own": [method("抽查船舶证书\n                  # 二号台账另查")],
    "a comment with what cannot be printed": [method("抽查船舶证书\n                  # 🚢 二号台账另查")],
    "a body of the state seated in another province": [("departments", "full_name: 某省甲厅", "full_name: 北京甲铁路监督管理厅"), ("items", "issuer: 某省人民政府", "issuer: 山西省人民政府"), ("items", "title: 某省人民政府关于", "title: 山西省人民政府关于"), (SMALL_RECEIVED, "某省人民(min)政府", "山西省人民(min)政府")],
    "a full name of the own province without its mark": [("departments", "full_name: 某省甲厅", "full_name: 山西甲矿安全监察厅"), ("items", "issuer: 某省人民政府", "issuer: 山西省人民政府"), ("items", "title: 某省人民政府关于", "title: 山西省人民政府关于"), (SMALL_RECEIVED, "某省人民(min)政府", "山西省人民(min)政府")],
    "a full name without the province": [("departments", "full_name: 某省甲厅", "full_name: 某甲工业厅")],
    "an unused sector": [("sectors", "- {slug: typhoon", "- {slug: flood, name: 洪水, kind: hazard}\n- {slug: typhoon")],
    "a task cut at a mark": [
        ("items", TEXT_32, "text: 严查“三无”船舶，"),
        (
            "items",
            "actors: [regulator]\n                editorial: {label: 依法处罚,",
            "actors: [regulator, staff]\n                editorial: {label: 依法处罚, enterprise: {question: 罚过的是否都已改正？, method: 现场复看},",
        ),
    ],
    "a bracket that says no duty": [(SMALL_RECEIVED, "自查。", "自查(每年)。"), ("items", "text: 企业要自查。", "text: 企业要自查（每年）。")],
    "a line that says whose duty it is": [(SMALL_RECEIVED, "(各有關部門負責)", "責任單位:各有關部門"), ("items", "text: （各有关部门负责）", "text: 责任单位：各有关部门")],
    "a law that is not cited": [("laws", "- slug: moufa", SECOND_LAW.strip() + "\n- slug: moufa")],
    "a penalty under two conditions": [
        cited(LAW_1.replace("kind: [discipline]}", "kind: [discipline]}, {article: 21, item: 3, target: official, kind: [order], condition: 逾期未改正}")),
    ],
    "a law that ended after the notice": [law("in_force_from: 2030-06-01", "in_force_from: 2030-06-01\n  in_force_to: 2032-01-01")],
    "a party that supports": [*SUPPORTING, ("items", "departments: [省乙局]", "support: [省乙局]")],
    "a line that is no part of the notice": [
        (SMALL_RECEIVED, "某政發〔2031〕7號\n", "首頁 > 文件\n某政發〔2031〕7號\n"),
        ("items", f"  received: {SMALL_RECEIVED}", f"  left_out: [{{lines: [首页 > 文件], why: 网页上的文字}}]\n  received: {SMALL_RECEIVED}"),
    ],
    # What reads like a slip and is none.
    "questions that ask for what is there": [question("配电箱里是否有漏电保护器、可燃气体泄漏报警装置？")],
    "a question with a rule in it": [question("是否有未通过验收不得开工的规定？")],
    "a question about what is kept": [question("隐患是否存在台账里，一条不少？")],
    "a method of counting": [method("清点灭火器数量，少于配置清单即不符合")],
    "a method of weighing": [method("称粉尘质量，超过10μm标准限值的即不符合")],
    "a standard, a file and a version in a method": [method("对照GB 50016-2014和方案.docx，看2.0版以后谁自己改过")],
    "self in a method": [method("问职工是否以安全为己任，对照据为己有的记录")],
    "rays of a Greek letter": [method("对照γ射线探伤记录，抽二噁英检测报告")],
    "local governments in brackets": [
        (SMALL_RECEIVED, "省乙局等部門", "各縣(市、區)等部門"), ("items", "省乙局等部门", "各县（市、区）等部门"),
        ("items", "departments: [省乙局]", "departments: [各县（市、区）]"),
        ("departments", "short_name: 省乙局, slug: yi, kind: body", "short_name: 各县（市、区）, slug: yi, kind: local"),
    ],
    "a title with the opposite of a sector": [
        (SMALL_RECEIVED, "船舶專項整治", "非船舶專項整治"), ("items", "title: 船舶专项整治", "title: 非船舶专项整治"),
        ("items", "        sectors: [ship]\n", ""),
    ],
    "sectors written on each task": [
        ("items", "        sectors: [ship]\n", ""),
        ("items", "actors: [regulator, enterprise]\n", "actors: [regulator, enterprise]\n                sectors: [ship]\n"),
    ],
    "words for search in letters and digits": [("sectors", "name: 台风, kind: hazard", 'name: 台风, kind: hazard, also: [LNG, "119"]')],
    "a form with no character of its term": [("glossary", "forms: [“三无”船舶]", "forms: [“三无”船舶, 召开一次会议]")],
    "a code among the laws": [law("- slug: moufa", SECOND_LAW.strip().replace("二法", "二法典") + "\n- slug: moufa")],
    "a law with its year": [law("- slug: moufa", SECOND_LAW.strip().replace("short_name: 二法", "short_name: 二法2020") + "\n- slug: moufa")],
    "a rule of a department": [law("- slug: moufa", SECOND_LAW.strip().replace("中华人民共和国二法", "二法实施办法").replace("rank: law", "rank: rule") + "\n- slug: moufa")],
    "a later notice numbered in another way": [("items", "number: 某政发〔2032〕1号", "number: 某省应急厅公告2032年第1001号")],
    "a source that is an address": [("departments", "nature: 泛指群体", "nature: 泛指群体, source: example.gov.cn/sanding")],
    "a redirect corrected with a reason": [("retired", "[]", "- {address: '#item-1-9', moved_to: ['#item-1-1'], reason: 并入，原来误写为 3-1}")],
    "a quotation from its own number on": [
        (SMALL_RECEIVED, "每季度召開一次", "每季度統一召開2次以上"), ("items", "text: 每季度召开一次会议。", "text: 每季度统一召开2次以上会议。"),
        ("items", "quote: 每季度召开一次会议", "quote: 召开2次以上会议"),
    ],
    "a date in characters": [
        (SMALL_RECEIVED, "2031年3月5日", "二〇三一年三月五日"),
        ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 二〇三一年三月五日}, {kind: release, text: （此件公开发布）}]\n"),
    ],
    "a date with a point": [
        (SMALL_RECEIVED, "2031年3月5日", "2031.3.5"),
        ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031.3.5}, {kind: release, text: （此件公开发布）}]\n"),
    ],
    "a title that waits for review": [("items", "  title: 某省人民政府关于做好2031年安全生产工作的通知\n", "  title: 待核\n  unreviewed: [title]\n")],
    "a number set apart by spaces": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "急件 某政發〔2031〕7號 共20份\n"), ("items", FRONT_LINES[1], FRONT_LINES[2].replace("text: 某政发〔2031〕7号}", "text: 急件 某政发〔2031〕7号 共20份}"))],
    "an issuer in two lines": [
        (SMALL_RECEIVED, "某省人民(min)政府\n", "某省人民\n政府辦公廳\n"), ("items", "issuer: 某省人民政府", "issuer: 某省人民政府办公厅"),
        ("items", "title: 某省人民政府关于", "title: 某省人民政府办公厅关于"),
        ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民}, {kind: issuer, text: 政府办公厅}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n"),
    ],
    "one of two issuers": [
        (SMALL_RECEIVED, "某省人民(min)政府\n", "某省軍區\n某省 人民政府\n"), ("items", "issuer: 某省人民政府", "issuer: 某省 人民政府"),
        ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省军区}, {kind: issuer, text: 某省 人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n"),
    ],
    "a title of two lines": [TITLED[0], ("items", FRONT_LINES[1], TITLE_FRONT)],
    "the second line of a title alone": [TITLED[0], ("items", FRONT_LINES[1], TITLE_FRONT), ("items", "  title: 某省人民政府关于做好", "  title: 关于做好")],
    "a number behind its name": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "文號：某政發〔2031〕7號\n"), ("items", FRONT_LINES[1], FRONT_LINES[2].replace("text: 某政发〔2031〕7号}", "text: 文号：某政发〔2031〕7号}"))],
    "an older number in a line of its own": [(SMALL_RECEIVED, "某政發〔2031〕7號\n", "某政發〔2031〕7號\n某政辦〔2031〕8號\n"), ("items", FRONT_LINES[1], FRONT_LINES[2].replace("{kind: number, text: 某政发〔2031〕7号}", "{kind: number, text: 某政发〔2031〕7号}, {kind: other, text: 某政办〔2031〕8号}"))],
    "a number with who signed": [
        (SMALL_RECEIVED, "某政發〔2031〕7號\n", "某政發〔2031〕7號簽發人：張三\n"),
        ("items", FRONT_LINES[1], FRONT_LINES[2].replace("7号}", "7号签发人：张三}")),
    ],
    "an issuer with a seal": [
        (SMALL_RECEIVED, "某省人民(min)政府\n", "某省人民(min)政府（章）\n"),
        ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府（章）}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n"),
    ],
    "who it is from and the day above the number": [
        (SMALL_RECEIVED, "某政發〔2031〕7號\n", "某省應急管理廳\n2031年3月5日\n某政發〔2031〕7號\n"), (SMALL_RECEIVED, "某省人民(min)政府\n2031年3月5日\n", ""),
        ("items", FRONT_LINES[1], FRONT_LINES[2].replace("front: [", "front: [{kind: other, text: 某省应急管理厅}, {kind: date, text: 2031年3月5日}, ")),
        ("items", "  issuer: 某省人民政府\n", ""), ("items", "  release: （此件公开发布）\n", "  end: [{kind: release, text: （此件公开发布）}]\n"),
    ],
    "a title with a day in a line of its own": [
        (SMALL_RECEIVED, "某政發〔2031〕7號\n", "某省人民政府關於做好\n2031年3月5日\n安全生產工作的通知\n某政發〔2031〕7號\n"), (SMALL_RECEIVED, "某省人民(min)政府\n2031年3月5日\n", "某省人民(min)政府\n"),
        ("items", FRONT_LINES[1], FRONT_LINES[2].replace("front: [", "front: [{kind: title, text: 某省人民政府关于做好}, {kind: title, text: 2031年3月5日}, {kind: title, text: 安全生产工作的通知}, ")),
        ("items", "  issued: 2031-03-05\n", ""), ("items", "关于做好2031年安全", "关于做好2031年3月5日安全"), ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: release, text: （此件公开发布）}]\n"),
    ],
    "a title at the end": [(SMALL_RECEIVED, "2031年3月5日\n", "2031年3月5日\n附件目錄\n"), ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: title, text: 附件目录}, {kind: release, text: （此件公开发布）}]\n")],
    "a notice without a number": [
        (SMALL_RECEIVED, "某政發〔2031〕7號\n", ""), ("items", "  number: 某政发〔2031〕7号\n", ""),
        ("items", FRONT_LINES[1], FRONT_LINES[2].replace("{kind: number, text: 某政发〔2031〕7号}, ", "")),
    ],
    "an issuer behind its name": [(SMALL_RECEIVED, "某省人民(min)政府\n", "發文機關：某省人民(min)政府\n"), ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 发文机关：某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n")],
    "an issuer written with its seal": [
        (SMALL_RECEIVED, "某省人民(min)政府\n", "某省人民(min)政府（章）\n"), ("items", "  issuer: 某省人民政府\n", "  issuer: 某省人民政府（章）\n"),
        ("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府（章）}, {kind: date, text: 2031年3月5日}, {kind: release, text: （此件公开发布）}]\n"),
    ],
    "a later notice that names the years of a plan": [("items", "某省人民政府关于做好2032年安全生产工作的通知, year: 2032", "某省关于落实《2029年要点》做好2032年工作的通知, year: 2032")],
    "a title that passes on another's words": [("items", "title: 某省人民政府关于做好", "title: 某省转发云河省人民政府关于做好")],
    "a law of a province": [law("- slug: moufa", SECOND_LAW.strip().replace("中华人民共和国二法", "某省二条例").replace("short_name: 二法", "short_name: 二条例").replace("rank: law", "rank: local") + "\n- slug: moufa")],
    "words that hold others": [question("所有关键岗位、双重视频监控，是否都已对相关方讲明紧急情况下的做法？")],
    "a yes to what was told": [question("是否发生事故都如实上报？")],
    "a yes to no wrong": [question("船舶是否没有未经批准的改装、无证不上船，隐患整治一处不漏？")],
    "a yes to what closes": [question("停用的船坞是否已被封闭？")],
    "a yes to a warning": [question("船上是否有超载报警装置？")],
    "a question about each month of a monthly duty": [
        (SMALL_RECEIVED, "每季度召開一次", "按月召開2次"), ("items", "text: 每季度召开一次会议。", "text: 按月召开2次会议。"),
        ("items", "                measures:\n                  - {quote: 每季度召开一次会议, kind: cadence}\n", ""),
        ("items", "今年是否每季度都开过会？", "今年是否每个月都开过两次会，每一次都有记录，一次不漏？"),
    ],
    "a method of common words": [method("抽查台账，询问职工，对照不上即不符合")],
    "words twice in a method": [method("一艘一艘抽，与船员商量商量，再看无线电台，缺一本即不符合")],
    "a nature that is not known": [("departments", "nature: 泛指群体", "nature: 待核, source: 公开材料，无文号")],
    "a short form in one task": [("glossary", "forms: [“三无”船舶]", "forms: [“三无”船舶, 船舶]")],
    "a question with a quotation": [question("台账是否都答了“是否合格”？")],
    "a method of both": [method("抽三艘看证，都有即符合，缺一本即不符合")],
    "formulas and solvents": [method("取样测H2SO4、正己烷和10μm粉尘")],
    "a collective without 部门": [
        (SMALL_RECEIVED, "省乙局等部門", "省屬企業等部門"), ("items", "省乙局等部门", "省属企业等部门"),
        ("items", "departments: [省乙局]", "departments: [省属企业]"),
        ("departments", "short_name: 省乙局, slug: yi, kind: body", "short_name: 省属企业, slug: yi, kind: collective"),
    ],
    "a sector within the name of another": [
        ("sectors", "- {slug: ship", "- {slug: repair, name: 船舶专项, kind: sector}\n- {slug: ship"), ("items", "sectors: [ship]", "sectors: [repair]"),
    ],
    "a line like a release that is something else": [("items", "  release: （此件公开发布）\n", "  end: [{kind: issuer, text: 某省人民政府}, {kind: date, text: 2031年3月5日}, {kind: other, text: （此件公开发布）}]\n")],
    "an item for every sector": [("items", "        sectors: [ship]\n", "        sectors: [all]\n")],
    "what waits for review": [editorial(f"editorial: {{label: 三无船舶, {SIDES_32}, unreviewed: [label]}}")],
    "a title with what it is in brackets": [("items", "2031年安全生产工作的通知\n", "2031年安全生产工作要点（试行）\n")],
    "a beginning that ends with a colon": [
        (SMALL_RECEIVED, "2031年要做好安(an)全(quan)生產。", "各地要做好安全生產,現通知如下:"),
        ("items", FRONT_LINES[1], "  front: [{kind: number, text: 某政发〔2031〕7号}, {kind: addressees, text: 各市人民政府：}, {kind: preamble, text: 各地要做好安全生产，现通知如下：}]\n"),
    ],
    "addressees behind their name": [
        (SMALL_RECEIVED, "各市人民(min)政府:", "主送:各市人民政府。"),
        ("items", FRONT_LINES[1], FRONT_LINES[2].replace("text: 各市人民政府：", "text: 主送：各市人民政府。")),
    ],
    "an article for all and a paragraph of it for some": [cited(LAW_1 + ", " + LAW_1.replace(" paragraph: 2, item: 1,", "").replace("fit: exact,", "fit: exact, limit: 矿山企业,"))],
    "an article in part and a paragraph of it exactly": [cited(LAW_1 + ", " + LAW_1.replace(" paragraph: 2, item: 1,", "").replace("fit: exact,", "fit: partial, why: 未定次数,"))],
    "two paragraphs of an article": [cited(LAW_1 + ", " + LAW_1.replace(" paragraph: 2, item: 1,", " paragraph: 1,"))],
    "articles of texts that are not noted": [method("对照云河省某法第九十条、原某法第90条和《某法》（2002）第四十条抽查")],
    "articles and items that are there": [method("对照《某法》第七条第二款第（二）项、第三十条和通知第（一）至（三）项抽查")],
    "counts of articles and items": [method("抽问某法50条知识，对照方案第四十项和上级通知第40条现场看")],
    "a law for another hazard in part": [
        law("  liability: [20, 28]", "  liability: [20, 28]\n  sectors: [typhoon]"), cited(LAW_1.replace("fit: exact,", "fit: partial, why: 只管台风,")),
        ("sectors", "- {slug: typhoon", "- {slug: flood, name: 洪水, kind: hazard}\n- {slug: typhoon"), ("items", "actors: [party-government]\n", "actors: [party-government]\n                sectors: [flood]\n"),
    ],
    "a sector that nothing is for, with a name like another's": [("sectors", "- {slug: typhoon", "- {slug: ships, name: 船厂, kind: sector}\n- {slug: typhoon")],
    "the same words twice, as two tasks": [
        (SMALL_RECEIVED, "自查。", "自查。企業要自查。"),
        ("items", "                text: 企业要自查。\n", "                text: 企业要自查。\n                actors: [enterprise]\n                sectors: [all]\n              - id: item-2-2\n                text: 企业要自查。\n"),
    ],
    "a law with parts of its name left out": [
        law("full_name: 中华人民共和国某法", "full_name: 某省关于实施中华人民共和国某法的特别规定（试行）"), law("short_name: 某法", "short_name: 实施某法的规定"), law("rank: law", "rank: local"), ("items", "law: 某法", "law: 实施某法的规定"),
    ],
    "an older text of a law": [law("- slug: moufa", OLD_TEXT + "- slug: moufa")],
    "an article that only the later text has": [law("- slug: moufa", OLD_TEXT + "- slug: moufa"), method("对照中华人民共和国某法第二十八条抽查")],
    "where the rest is": [cited(LAW_1.replace("fit: exact,", "fit: partial, why: 只定开会，次数见9条,"))],
    "a limit that is a place of its law": [cited(LAW_1.replace("fit: exact,", "fit: exact, limit: 第一至二项,"))],
    "a yes to what is done to wrongdoers": [question("是否对超载船舶卸载、处罚，把擅自改装的船舶都扣下？")],
    "a yes to a guard against a wrong": [question("船上吊机是否有超载保护、超速联锁、缺氧检测仪？")],
    "a yes to what waits for its end": [question("是否问题不解决不开航，带病船舶一艘也不用？")],
    "a yes to a fault that is mended": [question("是否不合格的救生衣都已报废？")],
    "a method of trying doors": [method("推一推每扇舱门，走一遍逃生路线；推不开即不符合")],
    "a method of looking on the spot": [method("站在码头看有没有无证船离岸；有又没人拦即不符合")],
    "a full name in another order": [*named("太原铁路局"), ("departments", "省乙局, slug: yi", "太原铁路局, full_name: 中国铁路太原局集团有限公司, full_name_status: seen, slug: yi")],
    "a university in another province": [("departments", "full_name: 某省甲厅", "full_name: 北京甲厅科技大学"), ("items", "issuer: 某省人民政府", "issuer: 山西省人民政府"), ("items", "title: 某省人民政府关于", "title: 山西省人民政府关于"), (SMALL_RECEIVED, "某省人民(min)政府", "山西省人民(min)政府")],
    "many bodies without 部门": [*named("医疗机构"), ("departments", "省乙局, slug: yi, kind: body", "医疗机构, slug: yi, kind: collective")],
    "a limit that begins as a word does": [cited(LAW_1.replace("fit: exact,", "fit: exact, limit: 限上商贸企业和限制类项目,"))],
    "a law of a free trade port": [law("- slug: moufa", SECOND_LAW.strip().replace("中华人民共和国二法", "海南自由贸易港二条例").replace("short_name: 二法", "short_name: 二条例").replace("rank: law", "rank: local") + "\n- slug: moufa")],
    "a later notice of many articles": [("items", "2032年安全生产工作的通知, year: 2032", "2032年安全生产二十条, year: 2032")],
    "words of danger, a gas and somebody": [question("遇紧急情况，任意一名船员能否找到H2S报警器、说出与本岗有关的险情？")],
    "a law for another hazard, in part": [*OF_A_HAZARD, cited(LAW_1.replace("fit: exact", "fit: partial, why: 只定防洪"))],
}  # fmt: skip
