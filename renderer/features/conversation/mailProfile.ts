import type { Config } from 'dompurify'

/** Pictures that a mail may carry inside itself: no drawing that could hold a script. */
export const pictureTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

const tagsThatActOrLoad =
  'style base meta link noscript template slot dialog portal ' +
  'form input button textarea select option optgroup datalist output fieldset legend label meter progress ' +
  'iframe frame frameset object embed applet video audio source track picture canvas ' +
  'svg math map area marquee bgsound'

const attributesThatActOrLoad =
  'style srcset sizes background ping formaction action poster lowsrc dynsrc longdesc cite usemap target download ' +
  'autofocus tabindex accesskey contenteditable popover popovertarget id name class slot is'

/** What survives of a mail's HTML: text, tables, lists, pictures. Nothing that acts, loads or asks for input. */
export const mailProfile = {
  USE_PROFILES: { html: true },
  FORBID_TAGS: tagsThatActOrLoad.split(' '),
  FORBID_ATTR: attributesThatActOrLoad.split(' '),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  // Addresses of these kinds, and values that are no address at all (a width, a colour).
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|tel|cid):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  SANITIZE_DOM: true,
  WHOLE_DOCUMENT: false,
} satisfies Config
