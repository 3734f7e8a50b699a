import { isCardNumber, isIban, isIpAddress, isPhoneNumber, isSocialSecurityNumber } from './checks.ts'
import type { Rule } from './rule.ts'

const always = () => true

// In this order: what an earlier rule took, a later one does not see.
export const formRules: readonly Rule[] = [
  {
    type: 'EMAIL_ADDRESS',
    pattern:
      /(?<![\p{Script=Latin}\p{N}._%+-])[\p{Script=Latin}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{Script=Latin}{2,24}(?![\p{Script=Latin}\p{N}-])/gu,
    accepts: always,
  },
  {
    type: 'DOMAIN_NAME',
    pattern:
      /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"'，。！？；、（）「」【】]*[^\s<>"'，。！？；、（）「」【】.,;:!?)\]]|(?<![\p{L}\p{N}@._-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}(?:com|net|org|info|biz|shop|store|online|io|app|dev|co|eu|de|at|ch|fr|es|it|nl|be|pl|cz|se|dk|no|fi|pt|uk|ie|us|ca|au|nz|cn|hk|tw|jp|kr|in|br|mx|ru|tr|ae|sa|eg)(?![\p{L}\p{N}-]|\.[\p{L}\p{N}])/giu,
    accepts: always,
  },
  {
    type: 'IBAN_CODE',
    pattern:
      /(?<![\p{Script=Latin}\d])[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,4})?(?![\p{Script=Latin}\d])/giu,
    accepts: isIban,
  },
  {
    type: 'CREDIT_CARD',
    pattern: /(?<![\p{Script=Latin}\d])\d{3,6}(?:[ .-]?\d{2,7}){1,5}(?![\p{Script=Latin}\d])/gu,
    accepts: isCardNumber,
  },
  {
    type: 'US_SSN',
    pattern: /(?<![\p{L}\p{N}-])\d{3}[- ]\d{2}[- ]\d{4}(?![\p{L}\p{N}-])/gu,
    accepts: isSocialSecurityNumber,
  },
  {
    type: 'IP_ADDRESS',
    pattern:
      /(?<![\p{L}\p{N}.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})(?![\p{L}\p{N}:]|\.\d)/giu,
    accepts: isIpAddress,
  },
  {
    type: 'PHONE_NUMBER',
    pattern:
      /(?<![\p{Script=Latin}\p{N}#])(?:\+|\(\+?)?\d{1,11}\)?(?:[ .\-/]{0,2}\(?\d{1,5}\)?){0,6}(?: ?(?:x|ext\.?) ?\d{1,5})?(?![\p{Script=Latin}\p{N}])/gu,
    accepts: isPhoneNumber,
  },
]
