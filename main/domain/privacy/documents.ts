import { isChineseCompany, isChineseId } from './checks.ts'
import type { Rule } from './rule.ts'

const always = () => true
const after = (label: string, value: string) =>
  new RegExp(
    `(?<=(?<![\\p{Script=Latin}])(?:${label})[\\s:：#=.是为,"'“（(-]{0,4}(?:(?:number|no|nr|num|号码?|is|was|ist|est|es)[\\s:：#=.是为,"'“（(]{1,3}){0,2})(?:${value})(?![\\p{Script=Latin}\\d])`,
    'giu',
  )

/** A word is no password: it must look made up. */
function looksSecret(found: string): boolean {
  return /[\d\p{P}\p{S}]/u.test(found.replace(/[.,!?;]+$/u, '')) && !/^(?:https?:|\d{1,2}[./-]\d)/u.test(found)
}

/** Papers and secrets, by form and check digit or by the word before them. */
export const documentRules: readonly Rule[] = [
  { type: 'CN_ID', pattern: /(?<![\p{Script=Latin}\d])\d{6}(?:18|19|20)\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?![\p{Script=Latin}\d])/gu, accepts: isChineseId },
  { type: 'CN_ID', pattern: after('身份证号?码?|身分證', '\\d{15}|\\d{17}[\\dXx]'), accepts: always },
  { type: 'CN_COMPANY', pattern: /(?<![\p{Script=Latin}\d])[\dA-HJ-NPQRTUWXY]{2}\d{6}[\dA-HJ-NPQRTUWXY]{10}(?![\p{Script=Latin}\d])/gu, accepts: isChineseCompany },
  { type: 'PASSPORT', pattern: after('passport|护照号?|護照|港澳(?:居民来往内地)?通行证|台胞证|pasaporte|passeport|reisepass|パスポート', '(?=[A-Z\\d]*\\d{6})[A-Z]{0,2}\\d{6,9}'), accepts: always },
  { type: 'DRIVER_LICENSE', pattern: after("driver'?s? licen[cs]e|driving licen[cs]e|licen[cs]e number|驾驶证|führerschein|permis de conduire|carnet de conducir", '[A-Z]?\\d{4}-\\d{2}-\\d{4}|[A-Z]{0,2}\\d{6,14}'), accepts: always },
  { type: 'LICENSE_PLATE', pattern: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-HJ-NP-Z][·•・ ]?[A-HJ-NP-Z\d]{4,5}[A-HJ-NP-Z\d挂学警港澳](?![\p{Script=Latin}\d])/gu, accepts: always },
  { type: 'LICENSE_PLATE', pattern: after('licen[cs]e plate|number plate|registration plate|kennzeichen|matr[ií]cula|immatriculation', '(?=[A-Z\\d -]*\\d)[A-ZÄÖÜ\\d]{1,4}[ -]?[A-Z\\d]{1,4}(?:[ -]?\\d{1,4})?'), accepts: always },
  { type: 'DATE_OF_BIRTH', pattern: after('date of birth|birth ?date|birthday|dob|d\\.o\\.b\\.|born on|born|geboren am|geburtsdatum|fecha de nacimiento|nac[ií] el|date de naissance|née? le|出生日期|出生于|生日|生年月日', '(?:19|20)\\d\\d[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)?\\d\\d'), accepts: always },
  { type: 'MAC_ADDRESS', pattern: /(?<![\p{L}\d:-])[\da-f]{2}([:-])(?:[\da-f]{2}\1){4}[\da-f]{2}(?![\p{L}\d:-])/giu, accepts: always },
  { type: 'CRYPTO', pattern: /(?<![\p{Script=Latin}\d])(?:0x[\da-fA-F]{40}|bc1[\da-z]{25,60}|[13](?=[a-zA-Z]{0,34}\d)(?=[\da-z]{0,34}[A-Z])[1-9A-HJ-NP-Za-km-z]{25,34})(?![\p{Script=Latin}\d])/gu, accepts: always },
  { type: 'SECRET', pattern: /(?<![\p{Script=Latin}\d])(?:sk-[\w-]{16,}|sk_(?:live|test)_\w{16,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|AKIA[\dA-Z]{16}|AIza[\w-]{30,}|xox[abpr]-[\w-]{10,}|shp(?:at|ss|ca)_[\da-f]{20,}|c[ks]_[\da-f]{30,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]+|\d{8,10}:AA[\w-]{30,})/gu, accepts: always },
  { type: 'SECRET', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]{0,4000}?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/gu, accepts: always },
  { type: 'SECRET', pattern: /(?<=(?<!\p{L})(?:pass ?word|passwd|pwd|passphrase|api[ _-]?key|secret|access token|token|contraseña|clave|mot de passe|passwort|kennwort|密码|口令|パスワード|كلمة المرور)[\s"'“]{0,2}(?:is|es|ist|est|:|：|=|是|为|は)[\s:"'“]{0,3})[^\s"'”，。,]{4,80}/giu, accepts: looksSecret },
  { type: 'SECRET', pattern: after('cvv2?|cvc2?|cvn|card security code|安全码|安全碼', '\\d{3,4}'), accepts: always },
  { type: 'SECRET', pattern: after('(?:verification|security|one[- ]time|access|login|confirmation) (?:code|password)|otp|pin(?: code)?|passcode|验证码|校验码|動態碼|动态码|認証コード|bestätigungscode|código de (?:verificación|seguridad)|code de (?:vérification|sécurité)', '\\d{4,8}'), accepts: always },
] // prettier-ignore
