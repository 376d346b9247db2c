// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from '../code-rule.ts';
import { callRules, flowRules } from './define-rules.ts';

export const crossSiteScriptingRules: readonly CodeRule[] = [
  ...flowRules(
    {
      slug: 'cross-site-scripting',
      title: 'Data from a request becomes markup',
      message: 'Whoever makes somebody follow a link runs script in their browser, in the name of this site.',
      remedy: 'Let a template that escapes put the value in, or escape it for the place where it stands.',
      severity: 'high',
      confidence: 'medium',
      weakness: 79,
    },
    {
      javascript: {
        keywords: [
          'innerHTML',
          'outerHTML',
          'document.write',
          'insertAdjacentHTML',
          '.send(',
          '.html(',
          'dangerouslySetInnerHTML',
          '.end(',
          '.write(',
        ],
        sinks: [
          { assignedTo: /\.(?:innerHTML|outerHTML)$/ },
          { callee: /^document\.(?:write|writeln)$/, arguments: [0] },
          { callee: /\.insertAdjacentHTML$/, arguments: [1] },
          { callee: /^(?:\$|jQuery)\(.{0,60}\)\.html$/, arguments: [0] },
          { callee: /^(?:res|response)\.(?:send|end|write)$/, arguments: [0], when: /<\w|\+|`/ },
          { callee: /^(?:res|response)\.status\(\d{3}\)\.send$/, arguments: [0], when: /<\w/ },
        ],
        bad: [
          "app.get('/', (req, res) => { res.send('<h1>Hello ' + req.query.name + '</h1>'); });",
          "const q = new URLSearchParams(location.search).get('q');\ndocument.getElementById('a').innerHTML = q;",
        ],
        good: [
          "app.get('/', (req, res) => { res.send('<h1>Hello ' + escapeHtml(req.query.name) + '</h1>'); });",
          "const q = new URLSearchParams(location.search).get('q');\ndocument.getElementById('a').textContent = q;",
          "app.get('/', (req, res) => { res.send(req.body); });",
        ],
      },
      python: {
        keywords: ['Markup', 'mark_safe', 'HttpResponse', 'make_response', 'HTMLResponse', 'SafeString', 'return'],
        requires: /Markup\(|mark_safe|HttpResponse|make_response|HTMLResponse|SafeString/,
        sinks: [
          { callee: /^(?:markupsafe\.|flask\.)?Markup$|^(?:safestring\.)?mark_safe$|^SafeString$/, arguments: [0] },
          {
            callee: /^(?:http\.)?HttpResponse$|^(?:flask\.)?make_response$|^HTMLResponse$/,
            arguments: [0, 'content'],
            when: /<\w/,
          },
        ],
        bad: [
          "def f(request):\n    return HttpResponse('<b>' + request.GET['q'] + '</b>')\n",
          "def f():\n    return Markup('<b>%s</b>' % request.args.get('q'))\n",
        ],
        good: [
          "def f(request):\n    return HttpResponse('<b>' + escape(request.GET['q']) + '</b>')\n",
          "def f(request):\n    return render(request, 'a.html', {'q': request.GET['q']})\n",
        ],
      },
      php: {
        keywords: ['echo', 'print', '<?='],
        sinks: [
          { kind: 'echo_statement' },
          { kind: 'print_intrinsic' },
          { kind: 'expression_statement', follows: /^<\?=$/ },
          { callee: /^(?:printf|vprintf|print_r)$/, arguments: [0, 1, 2] },
        ],
        bad: [
          "<?php echo 'Hello ' . $_GET['name'];",
          '<?php $n = $_REQUEST["n"]; print "<p>$n</p>";',
          "<p><?= $_GET['name'] ?></p>",
        ],
        good: [
          "<?php echo 'Hello ' . htmlspecialchars($_GET['name']);",
          "<?php $n = (int) $_GET['n']; echo $n;",
          "<?php if (isset($_GET['a'])) { echo 'a'; }",
        ],
      },
      ruby: {
        keywords: ['html_safe', 'raw(', 'raw ', 'render'],
        sinks: [
          { callee: /^raw$/, arguments: [0] },
          { callee: /(?:^|\.)render$/, arguments: [0], when: /\binline:|\bhtml:/ },
        ],
        bad: ['def f\n  raw("<b>#{params[:q]}</b>")\nend\n'],
        good: ['def f\n  raw("<b>#{h(params[:q])}</b>")\nend\n', 'def f\n  render :show\nend\n'],
      },
      java: {
        keywords: ['getWriter', 'getOutputStream'],
        sinks: [
          {
            callee: /(?:getWriter\(\)|writer|out|pw)\.(?:print|println|write|append|printf|format)$/,
            arguments: [0, 1],
          },
        ],
        bad: [
          'class A { void f(HttpServletRequest request, HttpServletResponse response) { response.getWriter().println("<b>" + request.getParameter("q") + "</b>"); } }',
        ],
        good: [
          'class A { void f(HttpServletRequest request, HttpServletResponse response) { response.getWriter().println("<b>" + HtmlUtils.htmlEscape(request.getParameter("q")) + "</b>"); } }',
        ],
      },
      go: {
        keywords: ['Fprint', '.Write(', 'WriteString', 'template.'],
        sinks: [
          {
            callee: /^fmt\.Fprintf?(?:ln)?$/,
            arguments: [1, 2, 3, 4],
            when: /^fmt\.Fprint\w{0,2}\((?:w|rw|writer|res)\b[\s\S]{0,2000}<\w/,
          },
          { callee: /^template\.(?:HTML|JS|HTMLAttr|URL)$/, arguments: [0] },
          { callee: /^w\.Write$/, arguments: [0], when: /<\w/ },
        ],
        bad: [
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "<h1>%s</h1>", r.URL.Query().Get("q")) }',
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { x := template.HTML(r.FormValue("q")); t.Execute(w, x) }',
        ],
        good: [
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "<h1>%s</h1>", html.EscapeString(r.FormValue("q"))) }',
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "%s", r.FormValue("q")) }',
        ],
      },
      csharp: {
        keywords: ['Html.Raw', 'Response.Write', 'HtmlString', 'WriteAsync'],
        sinks: [
          { callee: /^(?:Html\.Raw|(?:HttpContext\.)?Response\.Write)$/, arguments: [0] },
          { callee: /^(?:HtmlString|MvcHtmlString|MvcHtmlString\.Create)$/, arguments: [0] },
          { callee: /Response\.WriteAsync$/, arguments: [0], when: /<\w/ },
        ],
        bad: ['class A { void F() { Response.Write("<b>" + Request.QueryString["q"] + "</b>"); } }'],
        good: [
          'class A { void F() { Response.Write("<b>" + HttpUtility.HtmlEncode(Request.QueryString["q"]) + "</b>"); } }',
        ],
      },
    },
  ),
  ...flowRules(
    {
      slug: 'template-injection',
      title: 'Data from a request becomes a template',
      message:
        'A template is code: whoever sends the request reads what the template can reach, and with most engines runs commands.',
      remedy: 'Keep templates in files and hand the data over as values.',
      severity: 'critical',
      confidence: 'high',
      weakness: 1336,
    },
    {
      python: {
        keywords: ['render_template_string', 'Template(', 'from_string'],
        sinks: [
          {
            callee: /(?:^|\.)(?:render_template_string|from_string)$|^(?:jinja2\.|mako\.template\.)?Template$/,
            arguments: [0],
          },
        ],
        bad: ["def f():\n    t = '<h1>%s</h1>' % request.args.get('q')\n    return render_template_string(t)\n"],
        good: ["def f():\n    return render_template_string('<h1>{{ q }}</h1>', q=request.args.get('q'))\n"],
      },
      javascript: {
        keywords: ['compile(', 'renderString', '.render(', 'template('],
        sinks: [
          {
            callee:
              /^(?:pug|jade|ejs|handlebars|Handlebars|nunjucks|mustache|Mustache|_|dot|doT|swig)\.(?:compile|render|renderString|template)$/,
            arguments: [0],
          },
        ],
        bad: ["function f(req, res) { res.send(pug.render('h1 ' + req.query.q)); }"],
        good: ["function f(req, res) { res.send(pug.render('h1= q', { q: req.query.q })); }"],
      },
    },
  ),
  ...callRules(
    {
      slug: 'template-escaping-off',
      title: 'Escaping in templates is switched off',
      message: 'Every value that a template puts in becomes markup.',
      remedy: 'Leave escaping on; mark the few values that are markup.',
      severity: 'medium',
      confidence: 'medium',
      weakness: 79,
    },
    {
      python: {
        keywords: ['autoescape'],
        calls: [{ callee: /(?:^|\.)Environment$/, when: /autoescape\s*=\s*False/ }],
        bad: ['from jinja2 import Environment\ne = Environment(loader=l, autoescape=False)\n'],
        good: ['from jinja2 import Environment\ne = Environment(loader=l, autoescape=True)\n'],
      },
      javascript: {
        keywords: ['noEscape', 'autoescape'],
        calls: [
          { callee: /^(?:Handlebars|handlebars)\.compile$/, when: /noEscape\s*:\s*true/ },
          { callee: /^nunjucks\.configure$/, when: /autoescape\s*:\s*false/ },
        ],
        bad: ['const t = Handlebars.compile(text, { noEscape: true });'],
        good: [
          'const t = Handlebars.compile(text);',
          "const x = y({ noEscape: true }); nunjucks.configure('views', { autoescape: true });",
        ],
      },
    },
  ),
];
