"""The currencies: their ISO 4217 codes and what newsrooms call them in Chinese and English.

Names and codes follow ISO 4217 and CLDR; ``sign`` names stand in front of the number.
"""

from __future__ import annotations

from typing import NamedTuple


class Currency(NamedTuple):
    """Names are parted by ``|``; the first of each language is the one written."""

    code: str
    zh: str
    en: str
    signs: str = ""


CURRENCIES = (
    Currency(
        "CNY",
        "元|元人民币|人民币元|人民币|块钱|块|圆|圆人民币|元钱",
        "yuan|chinese yuan|yuan renminbi|chinese yuan renminbi|yuan rmb|renminbi|renminbi yuan|"
        "rmb yuan|chinese renminbi|chinese rmb|yuans|rmbs|kuai|chinese dollars",
        "RMB|¥|￥|RMB¥|CN¥|CNY¥",
    ),
    Currency(
        "USD",
        "美元|美金|美圆|美刀",
        "U.S. dollars|us dollars|u.s. dollar|us dollar|dollars|dollar|american dollars|american dollar|"
        "united states dollars|united states dollar|u.s dollars|bucks|us$|$",
        "$|US$|U.S.$|U.S. $|US $|USD$|US Dollar|US Dollars|U.S $|U.S$|u.s. dollar",
    ),
    Currency("EUR", "欧元", "euros|euro|€|eur", "€|EUR€"),
    Currency(
        "GBP",
        "英镑",
        "pounds|pounds sterling|pound sterling|british pounds|british pound|sterling|£|quid|pound",
        "£|GBP£|UK£",
    ),
    Currency("JPY", "日元|日圆|日币|円", "yen|japanese yen|yens|jp¥", "JP¥|JPY¥"),
    Currency(
        "HKD",
        "港元|港币|港圆|元港币|港幣",
        "Hong Kong dollars|hong kong dollar|hk dollars|hk$",
        "HK$|HK $|HKD$",
    ),
    Currency("MOP", "澳门元|澳门币", "patacas|pataca|macao patacas|macanese patacas", "MOP$"),
    Currency(
        "TWD",
        "新台币|台币|新臺幣|台幣|元新台币|元台币|新台币元",
        "new Taiwan dollars|new taiwan dollar|taiwan dollars|nt dollars|nt$",
        "NT$|NT $|TW$",
    ),
    Currency("KRW", "韩元|韩圆|韩币", "won|south korean won|korean won|₩", "₩"),
    Currency("KPW", "朝鲜元|朝鲜圆", "north korean won"),
    Currency(
        "AUD",
        "澳元|澳大利亚元|澳币",
        "Australian dollars|australian dollar|aussie dollars|a$",
        "A$|AU$|AUD$",
    ),
    Currency("CAD", "加元|加拿大元|加币", "Canadian dollars|canadian dollar|c$", "C$|CA$|CAD$|CDN$"),
    Currency("NZD", "新西兰元|纽元|纽币", "New Zealand dollars|new zealand dollar|nz$", "NZ$"),
    Currency("SGD", "新加坡元|新元|新币|坡币", "Singapore dollars|singapore dollar|s$", "S$|SG$"),
    Currency("CHF", "瑞士法郎|瑞郎", "Swiss francs|swiss franc", "SFr|Fr."),
    Currency(
        "RUB",
        "卢布|俄罗斯卢布|俄卢布",
        "rubles|ruble|roubles|rouble|russian rubles|russian roubles|₽",
        "₽",
    ),
    Currency("INR", "印度卢比|卢比", "rupees|rupee|indian rupees|indian rupee|₹|rs", "₹|Rs|Rs."),
    Currency("PKR", "巴基斯坦卢比", "Pakistani rupees|pakistani rupee|pakistan rupees"),
    Currency("LKR", "斯里兰卡卢比", "Sri Lankan rupees|sri lankan rupee"),
    Currency("NPR", "尼泊尔卢比", "Nepalese rupees|nepali rupees"),
    Currency("MUR", "毛里求斯卢比", "Mauritian rupees"),
    Currency(
        "IDR",
        "印度尼西亚卢比|印尼卢比|印尼盾",
        "Indonesian rupiah|rupiah|rupiahs|indonesian rupiahs",
        "Rp",
    ),
    Currency("THB", "泰铢|铢", "baht|thai baht|bahts|฿", "฿"),
    Currency("VND", "越南盾", "Vietnamese dong|dong|vietnam dong|₫", "₫"),
    Currency(
        "MYR",
        "令吉|马来西亚林吉特|马来西亚令吉|林吉特|马币",
        "ringgit|malaysian ringgit|ringgits|malaysian ringgits|malaysia ringgit|malaysia ringgits",
        "RM",
    ),
    Currency("PHP", "菲律宾比索|披索", "Philippine pesos|philippine peso|₱", "₱"),
    Currency("KHR", "柬埔寨瑞尔|瑞尔", "Cambodian riels|riels|riel|cambodian riel"),
    Currency("LAK", "老挝基普|基普", "Lao kip|kip|lao kips|₭", "₭"),
    Currency("MMK", "缅甸元|缅元|缅币", "Myanmar kyats|kyat|kyats"),
    Currency("MNT", "蒙古图格里克|图格里克", "Mongolian tugriks|tugrik|tugriks|tögrög|tugrug", "₮"),
    Currency("KZT", "坚戈|哈萨克斯坦坚戈", "Kazakh tenge|tenge|kazakhstani tenge", "₸"),
    Currency("UZS", "乌兹别克斯坦苏姆|苏姆", "Uzbek soums|soum|soums"),
    Currency("BDT", "孟加拉塔卡|塔卡", "Bangladeshi taka|taka", "৳"),
    Currency("TRY", "土耳其里拉|里拉", "Turkish lira|turkish liras|lira|₺", "₺"),
    Currency(
        "ILS",
        "以色列新谢克尔|新谢克尔|谢克尔",
        "shekels|shekel|israeli shekels|new israeli shekels|₪",
        "₪",
    ),
    Currency(
        "SAR",
        "沙特里亚尔|沙特阿拉伯里亚尔",
        "Saudi riyals|saudi riyal|saudiriyal|saudi arabian riyals|saudi rials|saudi rial",
    ),
    Currency("QAR", "卡塔尔里亚尔", "Qatari riyals|qatari riyal|qatar riyals|qatari rials"),
    Currency("OMR", "阿曼里亚尔", "Omani rials|omani rial"),
    Currency("IRR", "伊朗里亚尔", "Iranian rials|iranian rial"),
    Currency("AED", "阿联酋迪拉姆|迪拉姆", "UAE dirhams|dirhams|dirham|emirati dirhams|uae dirham"),
    Currency("MAD", "摩洛哥迪拉姆", "Moroccan dirhams|moroccan dirham"),
    Currency("KWD", "科威特第纳尔", "Kuwaiti dinars|kuwaiti dinar"),
    Currency("BHD", "巴林第纳尔", "Bahraini dinars|bahraini dinar"),
    Currency("JOD", "约旦第纳尔", "Jordanian dinars|jordanian dinar"),
    Currency("IQD", "伊拉克第纳尔", "Iraqi dinars|iraqi dinar"),
    Currency("RSD", "塞尔维亚第纳尔", "Serbian dinars|serbian dinar"),
    Currency("LBP", "黎巴嫩镑", "Lebanese pounds|lebanese pound"),
    Currency(
        "EGP",
        "埃及镑",
        "Egyptian pounds|egyptian pound|egyptianpound|egyptianpounds|l.e|geneh",
        "E£|LE",
    ),
    Currency("SYP", "叙利亚镑", "Syrian pounds|syrian pound"),
    Currency("SEK", "瑞典克朗", "Swedish kronor|swedish krona|swedish kronas|swedish crowns"),
    Currency("NOK", "挪威克朗", "Norwegian kroner|norwegian krone|norwegian crowns"),
    Currency("DKK", "丹麦克朗", "Danish kroner|danish krone|danish crowns"),
    Currency("ISK", "冰岛克朗", "Icelandic kronur|icelandic krona"),
    Currency("CZK", "捷克克朗", "Czech crowns|czech koruna|czech korunas|czech crown"),
    Currency("PLN", "波兰兹罗提|兹罗提", "Polish zlotys|zloty|zlotys|polish zloty"),
    Currency("HUF", "匈牙利福林|福林", "Hungarian forints|forint|forints|hungarian forint"),
    Currency("RON", "罗马尼亚列伊|列伊", "Romanian lei|romanian leu"),
    Currency("BGN", "保加利亚列弗|列弗", "Bulgarian leva|bulgarian lev"),
    Currency("UAH", "乌克兰格里夫纳|格里夫纳", "Ukrainian hryvnia|hryvnia|hryvnias|₴", "₴"),
    Currency("BRL", "巴西雷亚尔|雷亚尔", "Brazilian reais|reais|brazilian real|r$", "R$"),
    Currency("MXN", "墨西哥比索", "Mexican pesos|mexican peso", "MX$|Mex$"),
    Currency("ARS", "阿根廷比索", "Argentine pesos|argentine peso|argentinian pesos", "AR$"),
    Currency("CLP", "智利比索", "Chilean pesos|chilean peso"),
    Currency("COP", "哥伦比亚比索", "Colombian pesos|colombian peso"),
    Currency("PEN", "秘鲁索尔|索尔", "Peruvian soles|peruvian sol"),
    Currency("ZAR", "南非兰特|兰特", "South African rand|rand|rands|south african rands"),
    Currency("NGN", "尼日利亚奈拉|奈拉", "Nigerian naira|naira|nairas|₦", "₦"),
    Currency("KES", "肯尼亚先令", "Kenyan shillings|kenyan shilling|kenya shillings", "Ksh"),
    Currency("TZS", "坦桑尼亚先令", "Tanzanian shillings|tanzanian shilling"),
    Currency("UGX", "乌干达先令", "Ugandan shillings|ugandan shilling"),
    Currency("ETB", "埃塞俄比亚比尔|比尔", "Ethiopian birr|birr"),
    Currency("GHS", "加纳塞地|塞地", "Ghanaian cedis|cedis|cedi"),
    Currency("XDR", "特别提款权", "special drawing rights|sdr"),
    Currency("XBT", "比特币|枚比特币|个比特币", "bitcoins|bitcoin|btc", "₿"),
    Currency(
        "DEM",
        "德国马克|马克",
        "deutsche marks|deutschemarks|german marks|marks|west german marks|deutsche mark",
    ),
    Currency("FRF", "法国法郎", "French francs|french franc"),
    Currency("BEF", "比利时法郎", "Belgian francs|belgian franc"),
    Currency("ITL", "意大利里拉", "Italian lire|lire|italian lira"),
    Currency("ESP", "比塞塔|西班牙比塞塔", "pesetas|spanish pesetas|peseta"),
    Currency("NLG", "荷兰盾", "Dutch guilders|guilders|guilder"),
    Currency(
        "",
        "法郎|克朗|第纳尔|比索|里亚尔|先令|镑|盾",
        "francs|franc|kroner|kronor|krona|krone|crowns|dinars|dinar|pesos|peso|riyals|riyal|rials|rial|"
        "shillings|shilling",
    ),
)
"""An empty code is a name several countries share: a sum of money, but of nobody knows whose."""

_ALSO = (
    "AFN AZN BAM BBD BMD BND BOB BSD BTN BWP BYN BZD CRC CUP CVE DOP DZD FJD GEL GMD GTQ GYD HNL "
    "HRK HTG JMD KGS LYD MDL MGA MKD MVR MWK MZN NAD NIO PAB PGK PYG QAR RWF SCR SDG SOS SRD TJS "
    "TMT TND TTD UYU VES VUV WST XAF XCD XOF YER ZMW BTC"
)
ALSO = tuple(_ALSO.split())
"""Codes that are read as codes only."""

MINOR_ZH = (
    ("美分", "USD", "0.01"),
    ("港仙", "HKD", "0.01"),
    ("欧分", "EUR", "0.01"),
    ("便士", "GBP", "0.01"),
    ("日本钱", "JPY", "0.01"),
    ("日本銭", "JPY", "0.01"),
    ("戈比", "RUB", "0.01"),
)
"""Smaller coins that stand by themselves: name, currency, how many of the currency. 角 and 分 do not."""

MINOR_EN = (
    ("jiao|mao", "CNY", "0.1"),
    ("fen", "CNY", "0.01"),
    ("cents|cent|u.s. cents|us cents|¢", "USD", "0.01"),
    ("pence|penny", "GBP", "0.01"),
    ("hk cents|hong kong cents", "HKD", "0.01"),
    ("kopecks", "RUB", "0.01"),
    ("euro cents", "EUR", "0.01"),
    ("paise", "INR", "0.01"),
    ("singapore cents", "SGD", "0.01"),
    ("australian cents", "AUD", "0.01"),
)

CODES = frozenset(currency.code for currency in CURRENCIES if currency.code) | frozenset(ALSO)
"""Every ISO 4217 code that is read."""
