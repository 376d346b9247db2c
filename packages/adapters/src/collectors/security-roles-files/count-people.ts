// SPDX-License-Identifier: Apache-2.0

const mailbox =
  /^(?:[\w.-]*[-_.])?(?:security|secure|psirt|cert|csirt|vuln\w*|info|contact|team|support|admin|hello|help|report\w*|disclosure|announce|list|lists|dev|users?|private|maintainers?|committee|owner|abuse|bugs?|conduct|steering|tsc|core|noreply)(?:[-_.][\w.-]*)?@/iu;
const email = /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/giu;
const handle = /(?<![\p{L}\p{N}._%+@/-])@([\p{L}\p{N}][\p{L}\p{N}_-]{0,60}(?:\/[\p{L}\p{N}_.-]{1,80})?)/gu;
const profile =
  /https?:\/\/(?:www\.)?(?:github|gitlab|codeberg)\.(?:com|org)\/(?:orgs\/[\w-]+\/teams\/)?([\w-]{1,60})\/?(?=[)\s>\]"'|,.;]|$)/giu;
/** Two or three capitalised words at the start of an entry or after a colon: a person by name. */
const name =
  /(?:^|[:|>]\s{0,3}|\bis\s)(?:\[)?(?:Dr\.? )?(\p{Lu}[\p{L}'.-]{1,30}(?: \p{Lu}\.?)?(?: (?:van|von|de|der|den|da|di|la|le|bin|al))?(?: \p{Lu}[\p{L}'-]{1,30}){1,2})(?=\]|\s?[(,<|;–—-]|\s?$|\.\s|\.$)/gu;

/** Words that begin with capitals and are no names. */
const noName =
  /\b(?:security|team|response|committee|github|gitlab|project|policy|working|group|slack|mailing|open|source|foundation|report|vulnerability|name|email|e-mail|contact|role|member|company|affiliation|lead|maintainer|product|issue|code|pull|request|hall|fame|steering|council|board|software|services?|center|conduct|key|fingerprint|version|linux|apache|time|zone|term)s?\b/iu;

/**
 * How many people or teams a piece of text names, by handle, profile, personal address or full name. The address of a
 * mailbox is nobody.
 */
export function countPeople(text: string): number {
  const people = new Set<string>();
  for (const [address] of text.matchAll(email)) if (!mailbox.test(address)) people.add(address.toLowerCase());
  if (people.size > 0 && text.length < 300) return Math.max(people.size, handlesOf(text).size);
  const handles = handlesOf(text);
  if (handles.size > 0) return handles.size;
  if (people.size > 0) return people.size;
  return [...text.replaceAll(/[*_`]/gu, '').matchAll(name)].filter(([, words = '']) => !noName.test(words)).length;
}

function handlesOf(text: string): ReadonlySet<string> {
  const found = [...text.matchAll(handle), ...text.matchAll(profile)].map(([, login = '']) => login.toLowerCase());
  return new Set(found);
}
