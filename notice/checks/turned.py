"""Questions to which a yes is what is wrong, as in 是否未按期检验, 通道是否堵塞, 是否无证上岗.

A sheet counts every no as a finding, so such a question would be counted the wrong way round.
Negatives are no wrong by themselves: 是否没有违法分包 and 是否不少于两次 ask for what is right.
So a negative is refused only before what is due, and a wrong mostly only right behind 是否.
"""

from __future__ import annotations

import re

# What may stand between 是否 and what is asked.
BETWEEN = "(?:[都已曾还仍又被有]|经常|依然|仍然|有人|存在|出现)*"
# What whoever is asked does or has; a finding behind 没有, 未.
DUTIES = (
    "每(?:[天日周旬月年次班]|季度?|半年)?|定期|及时|按[时期规要照]|依[法规]|照|经|"
    "批|验|建立|制[定订]|编制|履行|落实|执行|取得|办理?|完成|达到|通过|"
    "配[备齐]|佩?戴|持|签订|登记|备案|上?报告|上报|明确|公布|整改|检[查测验]|自查|排查|培训|演练|"
    "开展(?:自查|检查|排查|培训|演练|评估|宣传|教育)|证[书照件]?|资质|预案|制度|台账|记录|专?人[管负看值]"
)
# How things are to be; a finding behind 不.
STATES = (
    "按|及时|定期|合格|符合|合[规法]|规范|齐全|完[好整善备]|到位|健全|清楚|一致|[知懂]|足(?!以)|够|畅通|达标|"
    "落实|执行|持证|佩?戴|检查|整改|真实|准确|相符"
)
# What has to be there; a finding behind 无.
NEEDED = "证|照|票|资质|许可|手续|审批|专?人[管负看值]|预案|制度|记录|台账|计划|方案|标[志识]|警示"
# Behind these a negative says the reverse: 是否没有整改不到位的隐患, 是否无证不上岗.
REVERSED = "(?!(?:[^，？]*[不无漏违超假错过死外]|[^，？]*的[^，？]*都已))"
# There is a device against it: 超载保护, 缺水保护.
UNGUARDED = "(?![^，？]*(?:保护|联锁|检测仪))"
# Findings by themselves.
WRONGS = (
    "发生|出现|有没有|有人(?:没有|未)|存在(?:违|无|没有|未|不)|擅自|违[章规法反]|私[自拉搭]|"
    f"超(?:[载限员期时速产编温]|过(?:核定|规定|额定|批准|允许|有效|使用|限)){UNGUARDED}|"
    f"缺(?!一不|[^，？]*补){UNGUARDED}|"
    "遗漏|漏[项查报管](?!警)|"
    "堵塞(?!漏洞)|占用(?=[，？应消通车疏])|遮挡(?=[，？])|破损|损坏|老化|失[效灵]|过期|逾期|变形(?![监观]测)|"
    "锈蚀|带病|脱岗|空岗|冒险|疲劳|酒后(?!禁)|瞒报|谎报|迟报|伪造|造假|弄虚|挪用|截留|拖欠|混[放存]|乱[堆放拉搭]|"
    "流于|走过场|(?:隐患|问题)(?!排查|治理|整改|举报|线索|清单|台账|不[^，？]+不)"
)
# Behind these something is done about it, or it stands in a rule: then yes is right.
HANDLED = (
    "(?![^，？]*(?:[都均即就才逐必]|一律|一[^，？]{1,2}不|立刻|及时|[不严禁][得准许能]|(?<![反按照合])(?:制度|规定|台账|办法|措施|预案|清单|"
    "电话|装置|机制|方案|计划|标准|报警|预警|提醒|监测|检测站)(?=[，？、和及与])))"
)
TURNED = (
    re.compile(
        f"(?<!漏洞)是否{BETWEEN}(?:(?:没有?|[尚从]?未)(?:{DUTIES}){REVERSED}|不(?:{STATES}){REVERSED}|"
        f"无(?:{NEEDED}){REVERSED}|(?:{WRONGS}){HANDLED})"
    ),
    # An old shaft is closed rightly, an exit is not.
    re.compile(
        f"(?:出口|通道|车道|楼梯|疏散门|安全门)是否{BETWEEN}(?:封[闭锁死堵]|锁|上锁|堵|占|挡){HANDLED}"
    ),
    # Farther behind 是否, unless the question asks whether there are none, or what is done about
    # them: 是否对超载车辆卸载.
    re.compile(
        "是否(?:(?![没不未无防禁查处治纠制止杜停报究把将]|对(?!外))[^，？])*?"
        f"(?:擅自|违[章规]|超[载限员]{UNGUARDED}|(?<!泄)漏[查报](?!警)){HANDLED}"
    ),
)


def turned(question: str) -> str:
    """The words of a question to which a yes is a finding; empty where yes is right."""
    found = (pattern.search(question) for pattern in TURNED)
    return next((match[0] for match in found if match), "")
