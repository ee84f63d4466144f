"""Sentences side by side that say one thing of one thing become one, and no others."""

import re

import pytest

from pressgen.drafting.paragraphs import joined
from pressgen.drafting.prose import Prose, Subject

_KINDS = {"to": "quantity", "count": "number", "value": "number", "when": "date"}


def sentence(text: str) -> Prose:
    """A statement's sentence, its facts as <where|words>; the one in double brackets is its subject."""
    prose = Prose()
    for part in re.split(r"(<<?[^<>]+>>?)", text):
        found = re.fullmatch(r"<(<?)([a-z_.0-9]+)\|([^<>]+?)>>?", part)
        if not found:
            prose.add(part)
            continue
        start, path = len(prose.text), found[2] if "." in found[2] else f"story.0.counts.list.0.{found[2]}"
        prose.state(found[3], _KINDS.get(found[2].rpartition(".")[2], "text"), path)
        if found[1]:
            key = found[3].lower().removeprefix("the ")
            prose.subject = Subject(start, len(prose.text), key, key.endswith("s"))
    return prose


OPENINGS_ZH = [
    # joined: what the first sentence is about no template says
    (["<what|图书分馆>将于5月开放。", "<<who|图书分馆>>有<what|阅览座><count|90个>。"], "图书分馆将于5月开放，有阅览座90个。"),
    (["<what|新建的图书分馆>将于5月开放。", "<<who|分馆>>有<what|阅览座><count|90个>。"], "新建的图书分馆将于5月开放，有阅览座90个。"),
    (["9月1日，<what|河西门诊部>开诊。", "<<who|门诊部>>有<what|床位><count|30张>。"], "9月1日，河西门诊部开诊，有床位30张。"),
    (["<who|县档案馆>馆藏量居全市第3位。", "<who|县档案馆>馆藏量居全省第9位。"], "县档案馆馆藏量居全市第3位，居全省第9位。"),
    (["<<name|维修经费>><value|80万元>，与上年持平。", "<what|维修经费>由县、镇各承担一半。"], "维修经费80万元，与上年持平，由县、镇各承担一半。"),
    (["<what|缆车改造>原定3月完工。", "<<name|缆车改造>>总投资<value|90万元>。"], "缆车改造原定3月完工，总投资90万元。"),
    (["<what|社区食堂>拟于6月试营业。", "<<who|社区食堂>>设<what|餐位><count|60个>。"], "社区食堂拟于6月试营业，设餐位60个。"),
    (["<name|夜校>自2019年开办。", "<<who|夜校>>有<what|学员><count|60名>。"], "夜校自2019年开办，有学员60名。"),
    (["<what|码头票价>由9元降至8元。", "<what|码头票价>8月起执行。"], "码头票价由9元降至8元，8月起执行。"),
    (["<noun|灯会>将于2月举行。", "<<noun|灯会>>由县文化馆主办。"], "灯会将于2月举行，由县文化馆主办。"),
    # left apart
    (["<runs|新渡口>由合资公司运营，该公司注册资本9万元。", "<<who|新渡口>>占地<count|90亩>。"], "新渡口由合资公司运营，该公司注册资本9万元。新渡口占地90亩。"),
    (["<what|地下通道>原定9月开通，推迟到12月。", "<<who|地下通道>>有<what|出口><count|4个>。"], "地下通道原定9月开通，推迟到12月。地下通道有出口4个。"),
    (["<who|古镇>还将开放渡口。", "<who|古镇>客流居全省第3位。"], "古镇还将开放渡口。古镇客流居全省第3位。"),
    (["<who|县档案馆>、县图书馆将于5月开放。", "<<who|县档案馆>>有<what|座位><count|90个>。"], "县档案馆、县图书馆将于5月开放。县档案馆有座位90个。"),
    (["<who|县医院>院长说，床位够用。", "<<who|县医院>>有<what|床位><count|90张>。"], "县医院院长说，床位够用。县医院有床位90张。"),
    (["<story.0.quote.org|县医院>表示，床位够用。", "<<who|县医院>>有<what|床位><count|90张>。"], "县医院表示，床位够用。县医院有床位90张。"),
    (["<what|总投资>中，省级补助<value|90万元>。", "<<what|总投资>>居全县第3位。"], "总投资中，省级补助90万元。总投资居全县第3位。"),
    (["<what|分馆>的阅览室将于5月开放。", "<<who|分馆>>有<what|座位><count|90个>。"], "分馆的阅览室将于5月开放。分馆有座位90个。"),
    (["<story.0.words.text|图书分馆将于5月开放。>", "<<who|分馆>>有<what|座位><count|90个>。"], "图书分馆将于5月开放。分馆有座位90个。"),
    (["<who|比赛>有<count|90名>选手，比上届提高2%。", "<noun|比赛>为全县二级赛事。"], "比赛有90名选手，比上届提高2%。比赛为全县二级赛事。"),
    (["<what|图书分馆>将于5月开放。", "<<who|档案馆>>有<what|座位><count|90个>。"], "图书分馆将于5月开放。档案馆有座位90个。"),
    (["<what|分馆>将于5月开放。", "<<who|总馆>>有<what|座位><count|90个>。"], "分馆将于5月开放。总馆有座位90个。"),
    (["<what|分馆>（三楼）将于5月开放。", "<<who|分馆>>有<what|座位><count|90个>。"], "分馆（三楼）将于5月开放。分馆有座位90个。"),
]  # fmt: skip

OPENINGS_EN = [
    # joined
    (["<what|The branch library> will open in May.", "<<who|The branch library>> has <count|90> <what|desks>."], "The branch library will open in May, with 90 desks."),
    (["<what|The clinic> was moved in June, all in one day.", "<<who|The clinic>> has <count|30> <what|beds>."], "The clinic was moved in June, all in one day. It has 30 beds."),
    (["<who|The archive> ranked third in the city in size, unchanged.", "<who|The archive> ranked first in the county in size."], "The archive ranked third in the city in size, unchanged. It also ranked first in the county in size."),
    (["<what|The ropeway> was due to open in March.", "<<name|The ropeway>> is 90 meters long."], "The ropeway was due to open in March and is 90 meters long."),
    (["<what|Ferry fares> were cut in May, for the second time.", "In July, <<what|ferry fares>> are to fall again."], "Ferry fares were cut in May, for the second time. In July, they are to fall again."),
    (["<what|Museum visits> grew 2% in May and 3% in June.", "<<what|Museum visits>> numbered <count|90> in all."], "Museum visits grew 2% in May and 3% in June. They numbered 90 in all."),
    (["Once the annex opens, <what|the number of desks> is to reach <to|90>, up from 60.", "Once the attic opens, <what|the number of desks> is to reach <to|120>."], "Once the annex opens, the number of desks is to reach 90, up from 60. Once the attic opens, it is to reach 120."),
    (["<noun|The lantern fair> will take place in May, as ever.", "<<noun|The lantern fair>> has <count|9> <what|stages>."], "The lantern fair will take place in May, as ever. It has 9 stages."),
    (["<name|The evening school> is to move in May, too.", "<<who|The evening school>> has <count|60> <what|pupils>."], "The evening school is to move in May, too. It has 60 pupils."),
    (["<runs|The canteen> will be run by the town, as ever.", "<<who|The canteen>> has <count|60> <what|seats>."], "The canteen will be run by the town, as ever. It has 60 seats."),
    (["<what|The east clinic> opened on May 9.", "<<who|The clinic>> has <count|30> <what|beds> and two <what|labs>."], "The east clinic opened on May 9 and has 30 beds and two labs."),
    (["<what|The night bus> went into service in May.", "<<what|The night bus>> is free for pupils."], "The night bus went into service in May and is free for pupils."),
    (["<what|The annex> is due to open in May.", "<<who|The annex>> has <count|90> <what|desks>."], "The annex is due to open in May, with 90 desks."),
    (["<what|The night stop> is scheduled to open in May 2027.", "<<who|The stop>> has <count|two> <what|shelters>."], "The night stop is scheduled to open in May 2027, with two shelters."),
    # left apart
    (["<what|The passage> was due in May but has been delayed to July.", "<<who|The passage>> has <count|four> <what|exits>."], "The passage was due in May but has been delayed to July. It has four exits."),
    (["<who|Weller Pumps> is building <what|the foundry>.", "<<noun|It>> will cover <count|9 mu>."], "Weller Pumps is building the foundry. It will cover 9 mu."),
    (["<what|Two concerts> were canceled.", "<<noun|It>> will have <count|80> <what|stalls>."], "Two concerts were canceled. It will have 80 stalls."),
    (["<who|The archive> and the library will open in May.", "<<who|The archive>> has <count|90> <what|desks>."], "The archive and the library will open in May. The archive has 90 desks."),
    (["<who|The archive>'s annex will open in May.", "<<who|The archive>> has <count|90> <what|desks>."], "The archive's annex will open in May. The archive has 90 desks."),
    (["<who|The archive>, the oldest, will open in May.", "<<who|The library>> has <count|90> <what|desks>."], "The archive, the oldest, will open in May. The library has 90 desks."),
]  # fmt: skip

LATER_ZH = [
    # joined
    (["今年，<<who|镇里>>计划<does|新种><what|银杏><to|40棵>。", "2027年，<<who|镇里>>计划<does|新种><what|银杏><to|60棵>。"], "今年，镇里计划新种银杏40棵，2027年计划新种60棵。"),
    (["<<who|镇里>>今年已<does|修缮><what|古桥><count|3座>。", "今年，<<who|镇里>>计划<does|修缮><what|古桥><to|9座>。"], "镇里今年已修缮古桥3座，全年计划修缮9座。"),
    (["2025年，<<who|村里>>新开<what|民宿><count|12家>。", "2027年，<<who|村里>>力争新开<what|民宿><to|20家以上>。"], "2025年，村里新开民宿12家，2027年力争新开20家以上。"),
    (["<<who|全县>>有<what|茶厂><count|30家>。", "到2028年，<<who|全县>>计划新增<what|茶厂><to|8家>。"], "全县有茶厂30家，到2028年计划新增8家。"),
    (["改造完成后，<what|日处理量>预计达到<to|9万吨>。", "扩建完成后，<what|日处理量>力争达到<to|12万吨>。"], "改造完成后，日处理量预计达到9万吨；扩建完成后，力争达到12万吨。"),
    (["<<indicator.name|绿化率>><value|40%>，提高2个百分点。", "到2028年，<what|绿化率>力争达到<to|50%>。"], "绿化率40%，提高2个百分点；到2028年力争达到50%。"),
    (["<<indicator.name|客运量>><value|90万人次>。", "2027年，<what|客运量>预计达到<to|95万人次>。"], "客运量90万人次，2027年预计达到95万人次。"),
    (["3月，<<who|书店>>捐出<what|旧书><count|300册>。", "4月，<<who|书店>>捐出<what|旧书><count|280册>。"], "3月，书店捐出旧书300册，4月捐出280册。"),
    (["2027年，<<who|公交公司>>拟更换<what|电池><to|60组>。", "2028年，<<who|公交公司>>拟更换<what|电池><to|90组>。"], "2027年，公交公司拟更换电池60组，2028年拟更换90组。"),
    (["<<who|区里>>今年以来已<does|加装><what|电梯><count|30部>。", "今年，<<who|区里>>计划<does|加装><what|电梯><to|50部>。"], "区里今年以来已加装电梯30部，全年计划加装50部。"),
    (["街道有<count|9所><what|夜校>。", "到2028年，<what|夜校>计划达到<to|12所以上>。"], "街道有9所夜校，到2028年计划达到12所以上。"),
    (["全市已建成<what|充电站><count|90座>。", "到今年年底，<what|充电站>力争增至<to|120座>。"], "全市已建成充电站90座，到今年年底力争增至120座。"),
    (["全县有<what|注册志愿者><count|9万名>。", "2027年，<what|注册志愿者>预计达到<to|10万名>。"], "全县有注册志愿者9万名，2027年预计达到10万名。"),
    (["到2028年，<<who|镇里>>力争茶叶产值超<to|9亿元>。", "到2028年，<what|茶厂>力争达到<to|80家>。"], "到2028年，镇里力争茶叶产值超9亿元，茶厂达到80家。"),
    # left apart
    (["<<what|中心>>取代老服务站。", "9月起，<<what|中心>>开放时间为6:00至22:00。"], "中心取代老服务站。9月起，中心开放时间为6:00至22:00。"),
    (["<<indicator.name|客运量>><value|90万人次>。", "2027年，<what|客运量>预计增长<to|5%>。"], "客运量90万人次。2027年，客运量预计增长5%。"),
    (["今年，<<who|镇里>>计划<does|新种><what|银杏><to|40棵>。", "2027年，<<who|县里>>计划<does|新种><what|银杏><to|60棵>。"], "今年，镇里计划新种银杏40棵。2027年，县里计划新种银杏60棵。"),
    (["今年，<<who|镇里>>计划<does|新种><what|银杏><to|40棵>。", "2027年，<<who|镇里>>计划<does|新种><what|桂花><to|60棵>。"], "今年，镇里计划新种银杏40棵。2027年，镇里计划新种桂花60棵。"),
    (["今年，<<who|镇里>>计划<does|新种><what|银杏><to|40棵>。", "2027年，<<who|镇里>>计划<does|新种><what|银杏><to|60亩>。"], "今年，镇里计划新种银杏40棵。2027年，镇里计划新种银杏60亩。"),
    (["今年，<<who|镇里>>计划<does|新种><what|银杏><to|40棵>，桂花9棵。", "2027年，<<who|镇里>>计划<does|新种><what|银杏><to|60棵>、<what|松树><to|9棵>。"], "今年，镇里计划新种银杏40棵，桂花9棵。2027年，镇里计划新种银杏60棵、松树9棵。"),
    (["<<indicator.name|客运量>><value|90万人次>，其中学生9万人次。", "2027年，<what|客运量>预计达到<to|95万人次>。"], "客运量90万人次，其中学生9万人次。2027年，客运量预计达到95万人次。"),
    (["<<indicator.name|客运量>><value|90万人次>，创历史新高，此前纪录为80万人次。", "2027年，<what|客运量>预计达到<to|95万人次>。"], "客运量90万人次，创历史新高，此前纪录为80万人次。2027年，客运量预计达到95万人次。"),
    (["<<indicator.name|客运量>><value|90万人次>，主要因天气转好。", "2027年，<what|客运量>预计达到<to|95万人次>。"], "客运量90万人次，主要因天气转好。2027年，客运量预计达到95万人次。"),
    (["<<who|镇长>>说：“种银杏40棵。”", "2027年，<<who|镇长>>计划种<what|银杏><to|60棵>。"], "镇长说：“种银杏40棵。”2027年，镇长计划种银杏60棵。"),
    (["<<who|镇里>>今年植树。", "2027年，<<who|镇里>>将承办灯会。"], "镇里今年植树。2027年，镇里将承办灯会。"),
    (["<<who|镇里>>今年已<does|修缮><what|古桥><count|3座>。", "2027年，<<who|镇里>>计划投资<value|9万元>。"], "镇里今年已修缮古桥3座。2027年，镇里计划投资9万元。"),
    (["街道有<count|9所><what|夜校>。", "到2028年，<what|夜校>计划达到<to|12万平方米>。"], "街道有9所夜校。到2028年，夜校计划达到12万平方米。"),
    (["街道有<count|9所><what|夜校>，比上年多2所。", "到2028年，<what|夜校>计划达到<to|12所>。"], "街道有9所夜校，比上年多2所。到2028年，夜校计划达到12所。"),
    (["街道有<count|9所><what|夜校>。", "到2028年，<what|小学>计划达到<to|12所>。"], "街道有9所夜校。到2028年，小学计划达到12所。"),
    (["到2028年，<<who|镇里>>计划茶叶产值超<to|9亿元>。", "到2028年，<what|茶厂>力争达到<to|80家>。"], "到2028年，镇里计划茶叶产值超9亿元，茶厂力争达到80家。"),
]  # fmt: skip

LATER_EN = [
    # joined
    (["This year, <<who|the town>> plans to plant <to|40> <what|trees>.", "In 2027, <<who|the town>> plans to plant <to|60> <what|trees>."], "The town plans to plant 40 trees this year and 60 in 2027."),
    (["In 2027, <<who|the county>> aims to renovate <to|9 kilometers> of <what|old dikes>.", "In 2028, <<who|the county>> aims to renovate <to|15 kilometers or more> of <what|old dikes>."], "The county aims to renovate 9 kilometers of old dikes in 2027 and 15 kilometers or more in 2028."),
    (["By 2027, <what|the share of treated waste> is to reach <to|80%>.", "By 2030, <what|the share of treated waste> is to reach <to|95%>."], "The share of treated waste is to reach 80% by 2027 and 95% by 2030."),
    (["In March, <<who|the bookshop>> gave away <count|300> <what|used books>.", "In April, <<who|the bookshop>> gave away <count|280> <what|used books>."], "The bookshop gave away 300 used books in March and 280 in April."),
    (["By the end of the year, <<who|the school>> plans to buy <to|60> <what|desks>.", "In 2027, <<who|the school>> plans to buy <to|90> <what|desks>."], "The school plans to buy 60 desks by the end of the year and 90 in 2027."),
    (["In 2027, <<who|the bus company>> would replace <to|60> <what|batteries>.", "In 2028, <<who|the bus company>> would replace <to|90> <what|batteries>."], "The bus company would replace 60 batteries in 2027 and 90 in 2028."),
    (["For the year as a whole, <<who|the zone>> plans to move <to|45> <what|poles>.", "In 2027, <<who|the zone>> plans to move <to|50> <what|poles>."], "The zone plans to move 45 poles for the year as a whole and 50 in 2027."),
    (["By 2028, <<who|the zone>> aims to bring tea exports to <to|9 million yuan> (USD 2 million).", "By 2030, <<who|the zone>> aims to bring tea exports to <to|12 million yuan> (USD 3 million)."], "The zone aims to bring tea exports to 9 million yuan (USD 2 million) by 2028 and 12 million yuan (USD 3 million) by 2030."),
    (["There are <count|90> <indicator.name|mills>.", "By 2030, the number of <what|mills> is to reach <to|120>."], "There are 90 mills, and their number is to reach 120 by 2030."),
    (["<<who|The town>> has <count|1,200> <what|night watchers>.", "In 2027, the number of <what|night watchers> is expected to reach <to|at least 1,500>."], "The town has 1,200 night watchers, and their number is expected to reach at least 1,500 in 2027."),
    (["<<who|The port>> runs <count|62> <what|carts>.", "By the end of the year, the number of <what|carts> is planned to reach <to|80>."], "The port runs 62 carts, and their number is planned to reach 80 by the end of the year."),
    # left apart
    (["<<who|The port>> runs <count|62> <what|carts>.", "By 2030, the number of <what|cranes> is to reach <to|80>."], "The port runs 62 carts. By 2030, the number of cranes is to reach 80."),
    (["<<who|The port>> runs <count|62> <what|carts> and <count|nine> <what|cranes>.", "By 2030, the number of <what|cranes> is to reach <to|80>."], "The port runs 62 carts and nine cranes. By 2030, the number of cranes is to reach 80."),
    (["<<who|The port>> runs <count|62> <what|carts>.", "By 2030, the number of <what|carts> is to rise from <to|62> to <to|80>."], "The port runs 62 carts. By 2030, the number of carts is to rise from 62 to 80."),
    (["This year, <<who|the town>> plans to plant <to|40> <what|trees>.", "In 2027, <<who|the town>> aims to plant <to|60> <what|trees>."], "This year, the town plans to plant 40 trees. In 2027, it aims to plant 60 trees."),
    (["This year, <<who|the town>> plans to plant <to|40> <what|trees>.", "In 2027, <<who|the county>> plans to plant <to|60> <what|shrubs>."], "This year, the town plans to plant 40 trees. In 2027, the county plans to plant 60 shrubs."),
    (["This year, <<who|the town>> plans to plant <to|40> <what|trees>.", "In 2027, <<who|the town>> plans to plant <to|60> <what|shrubs>."], "This year, the town plans to plant 40 trees. In 2027, it plans to plant 60 shrubs."),
    (["This year, <<who|the town>> plans to plant <to|40> <what|trees> and dig a pond.", "In 2027, <<who|the town>> plans to plant <to|60> <what|trees>."], "This year, the town plans to plant 40 trees and dig a pond. In 2027, it plans to plant 60 trees."),
    (["This year, <<who|the town>> planted <count|40> <what|trees>.", "In 2027, <<who|the town>> plans to plant <to|60> <what|trees>."], "This year, the town planted 40 trees. In 2027, it plans to plant 60 trees."),
    (["Once it rains, <<who|the town>> plans to plant <to|40> <what|trees>.", "In 2027, <<who|the town>> plans to plant <to|60> <what|trees>."], "Once it rains, the town plans to plant 40 trees. In 2027, it plans to plant 60 trees."),
]  # fmt: skip

SUMS = [
    # joined
    ("zh", ["<<who|夜校>>开设<what|油画班><count|9个>。", "<<indicator.name|油画学费>><value|3万元>。"], "夜校开设油画班9个，油画学费3万元。"),
    ("zh", ["<<who|集市>>引进<count|12家><what|非遗摊位>。", "<<indicator.name|非遗销售额>><value|60万元>，增长3%。"], "集市引进12家非遗摊位，非遗销售额60万元，增长3%。"),
    ("zh", ["<<who|园区>>投用<what|光伏车棚><count|4座>。", "<<indicator.name|光伏装机>><value|900千瓦>。"], "园区投用光伏车棚4座，光伏装机900千瓦。"),
    ("en", ["<<who|The school>> opened <count|nine> <what|painting classes>.", "<<indicator.name|Combined painting fees>> came to <value|3,000 yuan>."], "The school opened nine painting classes, and combined painting fees came to 3,000 yuan."),
    ("en", ["<<who|The fair>> drew <count|12> <what|craft stalls>.", "<<indicator.name|Total craft sales>> came to <value|600,000 yuan>."], "The fair drew 12 craft stalls, and total craft sales came to 600,000 yuan."),
    ("en", ["<<indicator.name|The survival rate>> stood at <value|91%>, up 3 points.", "<of_which.name|That in the north> stood at <value|96%>."], "The survival rate stood at 91%, up 3 points, and that in the north at 96%."),
    ("en", ["<<indicator.name|Rental income>> came to <value|9 yuan>.", "<of_which.name|That of the annex> came to <value|6 yuan>."], "Rental income came to 9 yuan, and that of the annex to 6 yuan."),
    ("en", ["<<who|The fair>> drew <count|12> <what|craft stalls>.", "<<indicator.name|The average stall rent>> came to <value|900 yuan>."], "The fair drew 12 craft stalls, and the average stall rent came to 900 yuan."),
    # left apart
    ("zh", ["<<story.0.indicator.name|镇办企业用电量>><story.0.indicator.value|30万千瓦时>。", "<<story.1.indicator.name|用电量>><story.1.indicator.value|90万千瓦时>。"], "镇办企业用电量30万千瓦时。用电量90万千瓦时。"),
    ("zh", ["<<who|园区>>有<what|光伏车棚><count|4座>。", "<<indicator.name|光伏车棚>><value|900平方米>。"], "园区有光伏车棚4座。光伏车棚900平方米。"),
    ("zh", ["<<who|夜校>>开设<what|油画班><count|9个>，增加2个。", "<<indicator.name|油画学费>><value|3万元>。"], "夜校开设油画班9个，增加2个。油画学费3万元。"),
    ("zh", ["<<who|夜校>>开设<what|油画班><count|9个>。", "<<indicator.name|食堂收入>><value|3万元>，增长3%。"], "夜校开设油画班9个。食堂收入3万元，增长3%。"),
    ("zh", ["<<who|夜校>>开设<what|油画班><count|9个>、<what|书法班><count|3个>。", "<<indicator.name|油画学费>><value|3万元>，增长3%。"], "夜校开设油画班9个、书法班3个。油画学费3万元，增长3%。"),
    ("zh", ["<<indicator.name|藏品总量>><story.0.indicator.value|9万件>。", "<<indicator.name|新增藏品>><story.1.indicator.value|300件>，比上年少9件。"], "藏品总量9万件，新增藏品300件，比上年少9件。"),
    ("en", ["<<who|The fair>> drew <count|12> <what|craft stalls>.", "<<indicator.name|Total hotel income>> came to <value|600 yuan>."], "The fair drew 12 craft stalls. Total hotel income came to 600 yuan."),
    ("en", ["<<who|The fair>> drew <count|12> <what|craft stalls>.", "<<indicator.name|Lulong craft sales>> came to <value|600 yuan>."], "The fair drew 12 craft stalls. Lulong craft sales came to 600 yuan."),
    ("en", ["<<indicator.name|The survival rate>> fell to <value|91%>.", "<of_which.name|That in the north> stood at <value|96%>."], "The survival rate fell to 91%. That in the north stood at 96%."),
    ("en", ["“The rate stood at 91%,” said the head.", "<of_which.name|That in the north> stood at <value|96%>."], "“The rate stood at 91%,” said the head. That in the north stood at 96%."),
]  # fmt: skip


STUMPS = [
    # joined
    ("zh", ["<<who|灯会>>设<what|小吃摊位><count|40个>。", "<count|约900份><what|小吃>外送。"], "灯会设小吃摊位40个，约900份小吃外送。"),
    ("zh", ["<count|9条><what|公交支线>临时改道。", "<<who|街道>>增设<what|公交站牌><count|6处>。"], "9条公交支线临时改道，街道增设公交站牌6处。"),
    ("zh", ["<<who|两岸码头>>有<what|车位><count|60个>。", "<<story.0.indicator.name|两岸候船厅>>面积<story.0.indicator.value|900平方米>。"], "两岸码头有车位60个，两岸候船厅面积900平方米。"),
    ("zh", ["<<story.0.change.what|夜班车>>由<story.0.change.from|3条>增至<story.0.change.to|5条>。", "<<who|夜班站点>>有<count|90个>。"], "夜班车由3条增至5条，夜班站点有90个。"),
    ("zh", ["6月10日至12日，<<name|市集客流量>><value|9万人次>。", "6月11日，<<name|单日客流量>><value|4万人次>，创历史新高。"], "6月10日至12日，市集客流量9万人次，其中6月11日单日客流量4万人次，创历史新高。"),
    ("en", ["<count|Forty> <what|food stalls> were rented.", "<count|About 900> <what|food boxes> were sold."], "Forty food stalls were rented, and about 900 food boxes were sold."),
    ("en", ["<count|Nine> <what|bus routes> were diverted.", "<<who|The town>> put up <count|six> <what|bus shelters>."], "Nine bus routes were diverted, and the town put up six bus shelters."),
    ("en", ["<<who|The pier>> has <count|60> <what|parking spaces>.", "<count|Nearly 9,000> <what|people> use the pier daily."], "The pier has 60 parking spaces, and nearly 9,000 people use the pier daily."),
    ("en", ["<count|Nine> <what|bus routes> were diverted.", "<<who|The town>> added <count|six> <what|bus lines> and <count|1,200> <what|buses>."], "Nine bus routes were diverted, and the town added six bus lines and 1,200 buses."),
    # left apart
    ("zh", ["<<who|轮渡公司>>有<count|24艘><what|渡船>。", "<<who|园区>>签约<count|14家><what|机构>。"], "轮渡公司有24艘渡船。园区签约14家机构。"),
    ("en", ["<count|Forty> <what|stalls> were rented.", "<count|About 900> <what|visitors> came by boat."], "Forty stalls were rented. About 900 visitors came by boat."),
    ("zh", ["<<who|渡轮公司>>有<count|24艘><what|渡船>。", "<<story.0.indicator.name|进出口>><story.0.indicator.value|90亿元>。"], "渡轮公司有24艘渡船。进出口90亿元。"),
    ("en", ["<<story.0.change.what|The wait>> was cut from <story.0.change.from|9> to <story.0.change.to|six> minutes.", "<<who|The yard>> has <count|24> <what|carts>."], "The wait was cut from 9 to six minutes. The yard has 24 carts."),
    ("zh", ["<<who|灯会>>设<what|摊主席位><count|40个>。", "<count|约900名><what|摊主>参加。"], "灯会设摊主席位40个。约900名摊主参加。"),
    ("zh", ["<<who|灯会>>设<what|摊位><count|40个>。", "<<who|街道>>计划增设<what|岗亭><count|6处>。"], "灯会设摊位40个。街道计划增设岗亭6处。"),
    ("zh", ["<<who|灯会>>设<what|摊位><count|40个>，多于往年。", "<count|约900名><what|游客>乘船前来。"], "灯会设摊位40个，多于往年。约900名游客乘船前来。"),
    ("zh", ["<<who|灯会>>设<what|摊位><count|40个>。", "<count|约900名><what|游客>2月3日乘船前来。"], "灯会设摊位40个。约900名游客2月3日乘船前来。"),
    ("zh", ["<<who|灯会>>设<what|摊位><count|40个>。", "<story.0.words.text|游客乘船前来。>"], "灯会设摊位40个。游客乘船前来。"),
    ("zh", ["6月10日至12日，<<name|市集客流量>><value|9万人次>。", "6月18日，<<name|单日客流量>><value|4万人次>，创历史新高。"], "6月10日至12日，市集客流量9万人次。6月18日，单日客流量4万人次，创历史新高。"),
    ("zh", ["6月10日至12日，<<name|市集客流量>><value|9万人次>。", "6月11日，<<name|单日营业额>><value|4万元>，创历史新高。"], "6月10日至12日，市集客流量9万人次。6月11日，单日营业额4万元，创历史新高。"),
    ("en", ["<count|Forty> <what|stalls> were rented.", "<<who|Weihai>> put up <count|six> <what|booths>."], "Forty stalls were rented. Weihai put up six booths."),
    ("en", ["<count|Forty> <what|stalls> were rented.", "<<who|The town>> plans to put up <count|six> <what|booths>."], "Forty stalls were rented. The town plans to put up six booths."),
    ("en", ["<count|Forty> <what|stalls> and <count|six> <what|booths> were rented.", "<count|About 900> <what|visitors> came by boat."], "Forty stalls and six booths were rented. About 900 visitors came by boat."),
    ("en", ["<count|Forty> <what|stalls> were rented this year.", "<count|About 900> <what|visitors> came by boat."], "Forty stalls were rented this year. About 900 visitors came by boat."),
    ("en", ["<count|Forty> <what|stalls> were rented.", "<story.0.words.text|About 900 visitors came by boat.>"], "Forty stalls were rented. About 900 visitors came by boat."),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "text"), OPENINGS_ZH + LATER_ZH)
def test_chinese_neighbours(lines: list[str], text: str) -> None:
    assert joined([sentence(line) for line in lines], "zh").text == text


@pytest.mark.parametrize(("lines", "text"), OPENINGS_EN + LATER_EN)
def test_english_neighbours(lines: list[str], text: str) -> None:
    assert joined([sentence(line) for line in lines], "en").text == text


@pytest.mark.parametrize(("lang", "lines", "text"), SUMS + STUMPS)
def test_a_count_and_what_it_comes_to(lang, lines: list[str], text: str) -> None:
    assert joined([sentence(line) for line in lines], lang).text == text
