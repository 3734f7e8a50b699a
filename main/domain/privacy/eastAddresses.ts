import type { Span } from './introductions.ts'

const PLACE = '[^\\P{Script=Han}到在至往是为址于寄送给的我你发去地和]'
const PROVINCE =
  '(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)?'
const CITY_HAN = `${PLACE}{2,6}(?:市|自治州|地区|盟)`
const DISTRICT = `${PLACE}{1,6}(?:区|县|旗|市)`
const TOWN = `${PLACE}{1,6}(?:街道|镇|乡)`
const ROAD = `[\\p{Script=Han}\\d]{1,10}?(?:路|街|大道|巷|胡同|弄|里|村|道)(?:[东西南北中]?段)?`
const HOUSE = '\\d{1,5}(?:-\\d{1,4})?(?:号(?:院|楼|铺|之\\d)?|弄|栋|幢|座)'
const ROOM = '(?:[\\p{Script=Han}\\d\\w-]{0,12}?(?:号楼|号|栋|幢|座|单元|层|楼|室|房|铺|户)){0,5}(?:\\d{2,5})?'
const chinese = new RegExp(
  `(?:${PROVINCE}(?:${CITY_HAN})?(?:${DISTRICT})?|${CITY_HAN}(?:${DISTRICT})?|${DISTRICT})(?:${TOWN})?(?:${ROAD}(?:${HOUSE})?|[\\p{Script=Han}\\d]{2,14}?(?:小区|大厦|广场|花园|公寓|苑|新村|社区|学校|大学|医院|中心|工业园|科技园|园区))${ROOM}|(?:${PLACE}{1,6}(?:路|街|大道|巷|胡同))${HOUSE}${ROOM}`,
  'gu',
)
const japanese =
  /(?:〒?\d{3}-\d{4}\s*)?(?:東京都|北海道|(?:京都|大阪)府|[\p{Script=Han}]{2,3}県)[\p{Script=Han}ぁ-んァ-ヶー\d０-９-]{2,30}(?:\d+(?:丁目|番地?|号|-)?)*(?:\s?[\p{Script=Han}ァ-ヶー]{2,12}\d{1,4}号?室?)?/gu

/** Chinese and Japanese addresses, from the province or town down to the room. */
export function eastAddressesIn(text: string): Span[] {
  return [chinese, japanese].flatMap(pattern =>
    Array.from(text.matchAll(pattern), match => ({ start: match.index, end: match.index + match[0].length })),
  )
}
