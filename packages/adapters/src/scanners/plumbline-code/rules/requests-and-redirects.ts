// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from '../code-rule.ts';
import { callRules, flowRules } from './define-rules.ts';

/** The address that was asked for leads back to this site; its host is the business of whoever routes requests here. */
const addressItself =
  /^(?!.*\b(?:query|body|params?|args|form|values|GET|POST|_GET|_POST|_REQUEST|getParameter|QueryString|Query|Form|Param|FormValue|PathValue|search)\b).*(?:\.(?:url|originalUrl|path|full_path|hostname|host|headers?|header|get|META|referrer|href|pathname|hash|RawUrl|Path|Url|Headers)\b|URL\.(?:Path|RawQuery)|RequestURI|Header|getRequestUR|getPathInfo|getHeader|getQueryString|HTTP_|REQUEST_URI|PHP_SELF|location\.hash)/;

export const requestAndRedirectRules: readonly CodeRule[] = [
  ...flowRules(
    {
      slug: 'server-side-request-forgery',
      title: 'Data from a request decides where this server connects to',
      message:
        'Whoever sends the request reaches what only this server can: cloud metadata, internal services, other ports.',
      remedy: 'Accept hosts from a fixed list; resolve and refuse private addresses; do not follow redirects.',
      severity: 'high',
      confidence: 'medium',
      weakness: 918,
      decides: 'start',
      harmlessSources: /\blocation\b|document\.|window\./,
    },
    {
      javascript: {
        keywords: ['fetch', 'axios', 'http.get', 'https.get', 'got', 'request', 'needle', 'superagent'],
        sinks: [
          {
            callee:
              /^(?:fetch|nodeFetch|node_fetch|got|needle\.get|request\.get|superagent\.get|undici\.(?:fetch|request))$/,
            arguments: [0],
          },
          { callee: /^axios(?:\.(?:get|post|put|head|delete|request))?$/, arguments: [0] },
          { callee: /^https?\.(?:get|request)$/, arguments: [0] },
          { callee: /^needle\.(?:get|post|head)$/, arguments: [0] },
        ],
        bad: [
          "app.get('/p', async (req, res) => { const r = await fetch(req.query.url); });",
          'function f(req, res) { const url = req.query.url + req.query.symbol; needle.get(url, cb); }',
        ],
        good: [
          "app.get('/p', async (req, res) => { const r = await fetch('https://api.example.com/v1/' + req.query.id); });",
          "app.get('/p', async (req, res) => { if (!allowedHosts.has(new URL(req.query.url).host)) return; const r = await fetch(u); });",
          'async function f(request) { const clone = await fetch(request); const a = location.href; }',
        ],
      },
      python: {
        keywords: ['requests.', 'urlopen', 'httpx.', 'urllib', 'aiohttp'],
        sinks: [
          {
            callee: /^(?:requests|httpx|session|client)\.(?:get|post|put|head|delete|patch|request|stream)$/,
            arguments: [0, 'url'],
          },
          { callee: /(?:^|\.)(?:urlopen|urlretrieve)$/, arguments: [0] },
        ],
        bad: [
          "def f():\n    return requests.get(request.args['url']).text\n",
          "def f():\n    u = request.form.get('u')\n    return urllib.request.urlopen('http://' + u).read()\n",
        ],
        good: [
          "def f():\n    return requests.get('https://api.example.com/' + request.args['id']).text\n",
          "def f():\n    return requests.get(URL, params={'q': request.args['q']})\n",
        ],
      },
      php: {
        keywords: ['curl_setopt', 'curl_init', 'file_get_contents', 'fopen'],
        sinks: [
          { callee: /^\\?curl_init$/, arguments: [0] },
          { callee: /^\\?curl_setopt$/, arguments: [2], when: /CURLOPT_URL\b/ },
        ],
        bad: ["<?php $c = curl_init($_GET['url']);", "<?php $u = $_POST['u']; curl_setopt($c, CURLOPT_URL, $u);"],
        good: ["<?php $c = curl_init('https://example.com/?q=' . urlencode($_GET['q']));"],
      },
      ruby: {
        keywords: ['Net::HTTP', 'open(', 'URI.open', 'HTTParty', 'Faraday', 'RestClient'],
        sinks: [
          {
            callee:
              /^(?:Net\.HTTP\.(?:get|get_response|post|post_form)|URI\.open|HTTParty\.(?:get|post)|RestClient\.(?:get|post)|Faraday\.(?:get|post))$/,
            arguments: [0],
          },
        ],
        bad: ['def f\n  HTTParty.get(params[:url])\nend\n'],
        good: ['def f\n  HTTParty.get("https://example.com", query: { q: params[:q] })\nend\n'],
      },
      java: {
        keywords: ['new URL', 'URI.create', 'getForObject', 'HttpGet', 'getForEntity'],
        sinks: [
          { callee: /^(?:java\.net\.)?URL$/, arguments: [0] },
          {
            callee: /(?:[tT]emplate)\.(?:getForObject|getForEntity|postForObject|exchange)$/,
            arguments: [0],
          },
          { callee: /^HttpGet$/, arguments: [0] },
        ],
        bad: ['class A { void f(@RequestParam String url) { new URL(url).openStream(); } }'],
        good: [
          'class A { void f(@RequestParam String id) { new URL("https://api.example.com/" + id).openStream(); } }',
        ],
      },
      go: {
        keywords: ['http.Get', 'http.Post', 'http.NewRequest', 'http.Head'],
        sinks: [
          { callee: /^http\.(?:Get|Post|Head|PostForm)$/, arguments: [0] },
          { callee: /^http\.NewRequest$/, arguments: [1] },
          { callee: /^http\.NewRequestWithContext$/, arguments: [2] },
        ],
        bad: [
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { resp, _ := http.Get(r.FormValue("url")); use(resp) }',
        ],
        good: [
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { resp, _ := http.Get("https://example.com/" + r.FormValue("id")); use(resp) }',
        ],
      },
      csharp: {
        keywords: ['HttpClient', 'WebClient', 'WebRequest', 'GetAsync', 'GetStringAsync'],
        sinks: [
          {
            callee:
              /(?:\.|^)(?:GetAsync|GetStringAsync|GetStreamAsync|GetByteArrayAsync|DownloadString|DownloadData|WebRequest\.Create)$/,
            arguments: [0],
          },
        ],
        bad: ['class A { async Task F([FromQuery] string url) { var s = await client.GetStringAsync(url); } }'],
        good: [
          'class A { async Task F([FromQuery] int id) { var s = await client.GetStringAsync("https://example.com/" + id); } }',
        ],
      },
    },
  ),
  ...flowRules(
    {
      slug: 'open-redirect',
      title: 'Data from a request decides where the browser goes next',
      message: 'A link to this site leads to another: good for phishing, and for stealing what is in the address.',
      remedy:
        'Accept paths of this site only (one `/` at the beginning, no `//`, no `\\`), or choose from a fixed list.',
      severity: 'medium',
      confidence: 'medium',
      weakness: 601,
      decides: 'start',
      harmlessSources: addressItself,
    },
    {
      javascript: {
        keywords: ['redirect', 'location'],
        sinks: [
          { callee: /^(?:res|response|reply|ctx|ctx\.response)\.redirect$/, arguments: [0, 1] },
          { assignedTo: /^(?:window\.|document\.|self\.|top\.)?location(?:\.href)?$/ },
          { callee: /^(?:window\.|document\.)?location\.(?:assign|replace)$/, arguments: [0] },
        ],
        bad: [
          "app.get('/r', (req, res) => { res.redirect(req.query.url); });",
          "const to = new URLSearchParams(location.search).get('to');\nwindow.location.href = to;",
        ],
        good: [
          "app.get('/r', (req, res) => { res.redirect('/home?u=' + encodeURIComponent(req.query.url)); });",
          "app.get('/r', (req, res) => { if (!paths.includes(req.query.url)) return; res.redirect('/a'); });",
        ],
      },
      python: {
        keywords: ['redirect', 'HttpResponseRedirect'],
        sinks: [
          {
            callee: /^(?:flask\.)?(?:redirect|HttpResponseRedirect|RedirectResponse|self\.redirect)$/,
            arguments: [0, 'url'],
          },
        ],
        sanitizers: /(?:^|\.)url_for$/,
        bad: ["def f():\n    return redirect(request.args.get('next'))\n"],
        good: [
          "def f():\n    return redirect(url_for('home', q=request.args.get('q')))\n",
          "def f(request):\n    to = request.GET['next']\n    if not url_has_allowed_host_and_scheme(to, hosts):\n        to = '/'\n    return redirect(to)\n",
        ],
      },
      php: {
        keywords: ['header', 'redirect'],
        sinks: [
          { callee: /^\\?header$/, arguments: [0], when: /[lL]ocation:/ },
          { callee: /(?:^|\.)(?:redirect|wp_redirect)$/, arguments: [0] },
        ],
        bad: ["<?php header('Location: ' . $_GET['url']);"],
        good: ["<?php header('Location: /a?x=' . urlencode($_GET['x']));", "<?php header('X-Name: ' . $_GET['x']);"],
      },
      ruby: {
        keywords: ['redirect_to'],
        sinks: [
          { callee: /^redirect_to$/, arguments: [0], when: /^(?![\s\S]*(?:only_path|allow_other_host:\s*false))/ },
        ],
        bad: [
          'def f\n  path = params[:url]\n  redirect_to path\nend\n'.replace('redirect_to path', 'redirect_to(path)'),
        ],
        good: ['def f\n  redirect_to(root_path(q: params[:q]))\nend\n'],
      },
      java: {
        keywords: ['sendRedirect', 'redirect:'],
        sinks: [
          { callee: /\.sendRedirect$/, arguments: [0] },
          { callee: /(?:^|\.)RedirectView$/, arguments: [0] },
        ],
        bad: [
          'class A { void f(HttpServletRequest request, HttpServletResponse response) { response.sendRedirect(request.getParameter("url")); } }',
        ],
        good: [
          'class A { void f(HttpServletRequest request, HttpServletResponse response) { response.sendRedirect("/home"); log(request.getParameter("url")); } }',
        ],
      },
      go: {
        keywords: ['Redirect('],
        sinks: [
          { callee: /^http\.Redirect$/, arguments: [2] },
          { callee: /^(?:c|ctx)\.Redirect$/, arguments: [1] },
        ],
        bad: [
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { to := r.URL.Query().Get("to"); http.Redirect(w, r, to, 302) }',
        ],
        good: ['package a\nfunc f(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/home", 302) }'],
      },
      csharp: {
        keywords: ['Redirect'],
        sinks: [{ callee: /^(?:this\.|(?:HttpContext\.)?Response\.)?Redirect(?:Permanent)?$/, arguments: [0] }],
        bad: ['class A { IActionResult F([FromQuery] string returnUrl) { return Redirect(returnUrl); } }'],
        good: [
          'class A { IActionResult F([FromQuery] string returnUrl) { if (!Url.IsLocalUrl(returnUrl)) { return BadRequest(); } return Redirect(returnUrl); } }',
        ],
      },
    },
  ),
  ...callRules(
    {
      slug: 'xml-external-entities',
      title: 'An XML parser that resolves entities',
      message:
        'An XML file from outside can read files of this machine, make it connect elsewhere, or fill its memory.',
      remedy: 'Refuse document types (disallow-doctype-decl), or switch external entities off.',
      severity: 'high',
      confidence: 'medium',
      weakness: 611,
    },
    {
      java: {
        keywords: ['DocumentBuilderFactory', 'SAXParserFactory', 'XMLInputFactory', 'SAXReader', 'SAXBuilder'],
        unlessFile:
          /disallow-doctype-decl|external-general-entities|FEATURE_SECURE_PROCESSING|ACCESS_EXTERNAL_DTD|IS_SUPPORTING_EXTERNAL_ENTITIES|SUPPORT_DTD|setExpandEntityReferences\(false|setFeature\(|setEntityResolver|XmlUtils|XMLUtils/,
        calls: [
          {
            callee:
              /(?:DocumentBuilderFactory|SAXParserFactory|XMLInputFactory)\.(?:newInstance|newFactory|newDefaultFactory)$/,
          },
          { callee: /^(?:SAXReader|SAXBuilder)$/ },
        ],
        confidence: 'low',
        severity: 'medium',
        bad: [
          'class A { void f() { DocumentBuilderFactory f = DocumentBuilderFactory.newInstance(); f.newDocumentBuilder().parse(in); } }',
        ],
        good: [
          'class A { void f() { DocumentBuilderFactory f = DocumentBuilderFactory.newInstance(); f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true); } }',
        ],
      },
      python: {
        keywords: ['resolve_entities', 'feature_external_ges', 'no_network'],
        calls: [
          { callee: /(?:^|\.)XMLParser$/, when: /resolve_entities\s*=\s*True|no_network\s*=\s*False/ },
          { callee: /\.setFeature$/, when: /feature_external_ges\s*,\s*(?:True|1)/ },
        ],
        bad: ['from lxml import etree\np = etree.XMLParser(resolve_entities=True)\n'],
        good: ['from lxml import etree\np = etree.XMLParser(resolve_entities=False)\n'],
      },
      php: {
        keywords: ['LIBXML_NOENT'],
        calls: [
          { callee: /(?:^|\.)(?:loadXML|load|simplexml_load_string|simplexml_load_file|XML)$/, when: /LIBXML_NOENT/ },
        ],
        bad: ['<?php $d = new DOMDocument(); $d->loadXML($x, LIBXML_NOENT | LIBXML_DTDLOAD);'],
        good: ['<?php $d = new DOMDocument(); $d->loadXML($x);', '<?php libxml_disable_entity_loader(true);'],
      },
      javascript: {
        keywords: ['noent', 'replaceEntities'],
        calls: [
          {
            callee: /(?:^|\.)(?:parseXml|parseXmlString|parseXmlAsync|fromString|XmlDocument\.fromString)$/,
            when: /(?:noent|replaceEntities)\s*:\s*true/,
          },
        ],
        bad: ['const d = libxml.parseXml(text, { noent: true });'],
        good: ['const d = libxml.parseXml(text);', 'const d = libxml.parseXml(text, { noent: false });'],
      },
      ruby: {
        keywords: ['NOENT', 'noent'],
        calls: [{ callee: /(?:^|\.)(?:XML|parse|Document\.parse)$/, when: /\bNOENT\b|\.noent\b/ }],
        bad: ['doc = Nokogiri::XML.parse(text, nil, nil, Nokogiri::XML::ParseOptions::NOENT)\n'],
        good: ['doc = Nokogiri::XML.parse(text)\n'],
      },
    },
  ),
  ...flowRules(
    {
      slug: 'dynamic-regular-expression',
      title: 'Data from a request becomes a regular expression',
      message: 'An expression can be written so that matching takes years: one request stops this process.',
      remedy: 'Escape the data before it becomes part of an expression, or compare texts.',
      severity: 'medium',
      confidence: 'medium',
      weakness: 1333,
    },
    {
      javascript: {
        keywords: ['RegExp('],
        sinks: [{ callee: /^RegExp$/, arguments: [0] }],
        bad: ["app.get('/', (req, res) => { const r = new RegExp(req.query.q, 'i'); });"],
        good: ["app.get('/', (req, res) => { const r = new RegExp(escapeRegExp(req.query.q), 'i'); });"],
      },
      python: {
        keywords: ['re.'],
        sinks: [{ callee: /^re\.(?:compile|match|search|fullmatch|findall|sub|split)$/, arguments: [0] }],
        bad: ["def f():\n    return re.search(request.args['q'], text)\n"],
        good: [
          "def f():\n    return re.search(re.escape(request.args['q']), text)\n",
          "def f():\n    return re.search('a', request.args['q'])\n",
        ],
      },
    },
  ),
  ...flowRules(
    {
      slug: 'directory-or-path-query-injection',
      title: 'Data from a request in an LDAP or XPath query',
      message: 'Whoever sends the request changes what is looked for, and reads or is logged in as somebody else.',
      remedy: 'Escape the data for the query language, or use variables of the query.',
      severity: 'high',
      confidence: 'medium',
      weakness: 90,
    },
    {
      python: {
        keywords: ['search_s', 'search_ext', '.xpath(', '.search('],
        sinks: [
          { callee: /\.search(?:_s|_st|_ext|_ext_s)$/, arguments: [2, 'filterstr'] },
          { callee: /\.xpath$/, arguments: [0] },
        ],
        sanitizers: /escape_filter_chars/,
        bad: ["def f():\n    conn.search_s(base, 2, '(uid=%s)' % request.form['u'])\n"],
        good: ["def f():\n    conn.search_s(base, 2, '(uid=%s)' % escape_filter_chars(request.form['u']))\n"],
      },
      java: {
        keywords: ['.search(', 'evaluate(', '.compile('],
        requires: /DirContext|LdapTemplate|XPath/,
        sinks: [
          { callee: /(?:[cC]ontext|ctx|[tT]emplate)\.search$/, arguments: [1] },
          { callee: /(?:[xX][pP]ath|xp)\.(?:evaluate|compile)$/, arguments: [0] },
        ],
        bad: [
          'class A { DirContext ctx; void f(HttpServletRequest request) { ctx.search("ou=a", "(uid=" + request.getParameter("u") + ")", c); } }',
        ],
        good: [
          'class A { DirContext ctx; void f(HttpServletRequest request) { ctx.search("ou=a", "(uid={0})", new Object[] { request.getParameter("u") }, c); } }',
        ],
      },
      php: {
        keywords: ['ldap_search', 'ldap_list', 'xpath'],
        sinks: [
          { callee: /^\\?ldap_(?:search|list|read)$/, arguments: [2] },
          { callee: /\.(?:xpath|query|evaluate)$/, arguments: [0], when: /xpath/i },
        ],
        sanitizers: /ldap_escape/,
        bad: ["<?php ldap_search($c, $base, '(uid=' . $_POST['u'] . ')');"],
        good: ["<?php ldap_search($c, $base, '(uid=' . ldap_escape($_POST['u'], '', LDAP_ESCAPE_FILTER) . ')');"],
      },
    },
  ),
];
