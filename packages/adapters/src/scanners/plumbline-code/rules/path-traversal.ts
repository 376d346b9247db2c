// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from '../code-rule.ts';
import { callRules, flowRules } from './define-rules.ts';

export const pathTraversalRules: readonly CodeRule[] = [
  ...flowRules(
    {
      slug: 'path-traversal',
      title: 'Data from a request in the path of a file',
      message:
        'With `../` or an absolute path, whoever sends the request reads or writes files outside of the folder that was meant.',
      remedy: 'Take the last part of the name only, or resolve the path and refuse what does not lie below the folder.',
      severity: 'high',
      confidence: 'medium',
      weakness: 22,
    },
    {
      javascript: {
        keywords: [
          'readFile',
          'createReadStream',
          'sendFile',
          'writeFile',
          'createWriteStream',
          'unlink',
          'download(',
          'readdir',
          'rmSync',
          'appendFile',
        ],
        sinks: [
          {
            callee:
              /^(?:fs|fsp|fsPromises|fs\.promises|promises)\.(?:readFile|readFileSync|createReadStream|writeFile|writeFileSync|createWriteStream|appendFile|appendFileSync|unlink|unlinkSync|readdir|readdirSync|rm|rmSync|open|openSync|copyFile)$/,
            arguments: [0],
          },
          {
            callee:
              /^(?:readFile|readFileSync|createReadStream|writeFile|writeFileSync|createWriteStream|unlink|unlinkSync)$/,
            arguments: [0],
          },
          {
            callee: /^(?:res|response|reply)\.(?:sendFile|sendfile|download)$/,
            arguments: [0],
            when: /^(?![\s\S]*\broot\s*:)/,
          },
        ],
        sanitizers: /(?:^|\.)(?:basename|relative)$/,
        bad: [
          "app.get('/f', (req, res) => { fs.readFile('./files/' + req.query.name, cb); });",
          'function f(req, res) { const file = path.join(root, req.params.file); res.sendFile(file); }',
        ],
        good: [
          "app.get('/f', (req, res) => { fs.readFile('./files/' + path.basename(req.query.name), cb); });",
          'function f(req, res) { const file = path.join(root, req.params.file); if (!file.startsWith(root)) return; res.sendFile(file); }',
          'function f(req, res) { res.sendFile(req.params.file, { root: folder }); }',
        ],
      },
      python: {
        keywords: [
          'open(',
          'send_file',
          'os.remove',
          'os.unlink',
          'shutil.',
          'FileResponse',
          'read_text',
          'read_bytes',
        ],
        sinks: [
          {
            callee:
              /^(?:open|io\.open|codecs\.open|aiofiles\.open|os\.remove|os\.unlink|os\.listdir|os\.rmdir|shutil\.rmtree|shutil\.copyfile|shutil\.copy|shutil\.move)$/,
            arguments: [0],
          },
          { callee: /^(?:flask\.)?(?:send_file|FileResponse)$/, arguments: [0] },
        ],
        bad: [
          "def f():\n    name = request.args['name']\n    return open('files/' + name).read()\n",
          "@app.get('/files/{name:path}')\ndef f(name: str):\n    return FileResponse(os.path.join(ROOT, name))\n",
        ],
        good: [
          "def f():\n    return open('files/' + secure_filename(request.args['name'])).read()\n",
          "def f():\n    return send_from_directory('files', request.args['name'])\n",
          "def f():\n    return open(os.path.basename(request.args['name']))\n",
        ],
      },
      php: {
        keywords: [
          'file_get_contents',
          'fopen',
          'readfile',
          'unlink',
          'file(',
          'file_put_contents',
          'highlight_file',
          'copy(',
        ],
        sinks: [
          {
            callee:
              /^\\?(?:file_get_contents|fopen|readfile|unlink|file|file_put_contents|highlight_file|show_source|copy|rename|rmdir|scandir|parse_ini_file|simplexml_load_file)$/,
            arguments: [0],
          },
        ],
        bad: [
          "<?php readfile('files/' . $_GET['name']);",
          '<?php $f = $_REQUEST["f"]; echo file_get_contents("pages/$f.html");',
        ],
        good: [
          "<?php readfile('files/' . basename($_GET['name']));",
          "<?php if (!in_array($_GET['p'], $pages)) { exit; } readfile('files/a');",
        ],
      },
      ruby: {
        keywords: ['File.', 'send_file', 'IO.read', 'Dir.', 'FileUtils'],
        sinks: [
          {
            callee:
              /^(?:File\.(?:open|read|new|binread|readlines|write|delete|unlink)|IO\.(?:read|readlines)|send_file|FileUtils\.(?:rm|rm_rf|cp|mv)|Dir\.(?:glob|entries|children))$/,
            arguments: [0],
          },
        ],
        bad: [
          'def f\n  send_file "files/#{params[:name]}"\nend\n',
          'def f\n  path = Rails.root.join("a", params[:name])\n  File.read(path)\nend\n',
        ],
        good: [
          'def f\n  send_file "files/#{File.basename(params[:name])}"\nend\n',
          'def f\n  File.read("files/a")\nend\n',
        ],
      },
      java: {
        keywords: ['new File', 'Paths.get', 'Path.of', 'FileInputStream', 'FileOutputStream', 'FileReader', 'Files.'],
        sinks: [
          {
            callee: /^(?:java\.io\.)?(?:FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile)$/,
            arguments: [0],
          },
          { callee: /^(?:java\.io\.)?File$/, arguments: [0, 1] },
          {
            callee:
              /^Files\.(?:readAllBytes|readString|newInputStream|newOutputStream|write|writeString|delete|copy|lines|readAllLines)$/,
            arguments: [0],
          },
        ],
        sanitizers: /(?:^|\.)(?:FilenameUtils\.getName|cleanPath|normalize)$/,
        bad: [
          'class A { void f(HttpServletRequest request) { String name = request.getParameter("name"); File file = new File(base, name); } }',
          'class A { void f(@RequestParam String name) { Files.readAllBytes(Paths.get("files/" + name)); } }',
        ],
        good: [
          'class A { void f(@RequestParam String name) { Files.readAllBytes(Paths.get("files/" + FilenameUtils.getName(name))); } }',
          'class A { void f(@RequestParam String name) { if (name.contains("..")) { throw new X(); } new File(base, name); } }',
        ],
      },
      go: {
        keywords: ['os.Open', 'os.ReadFile', 'ioutil.ReadFile', 'ServeFile', 'os.Create', 'os.Remove', 'os.WriteFile'],
        sinks: [
          {
            callee:
              /^(?:os\.(?:Open|OpenFile|ReadFile|Create|Remove|RemoveAll|WriteFile|ReadDir|Mkdir|MkdirAll)|ioutil\.(?:ReadFile|WriteFile|ReadDir))$/,
            arguments: [0],
          },
        ],
        bad: [
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { name := r.URL.Query().Get("name"); os.ReadFile(filepath.Join(root, name)) }',
          'package a\nfunc f(c *gin.Context) { os.Open("files/" + c.Param("name")) }',
        ],
        good: [
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { os.ReadFile(filepath.Join(root, filepath.Base(r.FormValue("name")))) }',
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { name := r.FormValue("name"); if !filepath.IsLocal(name) { return }; os.Open(name) }',
        ],
      },
      csharp: {
        keywords: ['File.', 'FileStream', 'StreamReader', 'PhysicalFile'],
        sinks: [
          {
            callee:
              /^(?:System\.IO\.)?File\.(?:ReadAllText|ReadAllBytes|ReadAllLines|OpenRead|Open|WriteAllText|WriteAllBytes|Delete|Copy|Move)$/,
            arguments: [0],
          },
          { callee: /^(?:FileStream|StreamReader|StreamWriter)$/, arguments: [0] },
          { callee: /(?:^|\.)PhysicalFile$/, arguments: [0] },
        ],
        bad: ['class A { void F([FromQuery] string name) { var t = File.ReadAllText(Path.Combine(root, name)); } }'],
        good: [
          'class A { void F([FromQuery] string name) { var t = File.ReadAllText(Path.Combine(root, Path.GetFileName(name))); } }',
        ],
      },
    },
  ),
  ...flowRules(
    {
      slug: 'file-inclusion',
      title: 'Data from a request decides which file is run',
      message:
        'Whoever sends the request chooses a file of this machine, or one that was uploaded before, and PHP runs it.',
      remedy: 'Choose from a fixed list of files.',
      severity: 'critical',
      confidence: 'high',
      weakness: 98,
    },
    {
      php: {
        keywords: ['include', 'require'],
        sinks: [
          { kind: 'include_expression' },
          { kind: 'include_once_expression' },
          { kind: 'require_expression' },
          { kind: 'require_once_expression' },
        ],
        bad: ["<?php include($_GET['page'] . '.php');", '<?php $file = $_GET["page"]; require_once "pages/$file";'],
        good: [
          "<?php include('pages/' . basename($_GET['page']));",
          "<?php require 'vendor/autoload.php'; $x = $_GET['a'];",
        ],
      },
    },
  ),
  ...callRules(
    {
      slug: 'archive-entry-path',
      title: 'The path of an archive entry is used as it is',
      message:
        'An archive may hold entries with `../` in their names: unpacking it writes outside of the folder (Zip Slip).',
      remedy: 'Resolve the path and refuse every entry that does not lie below the folder.',
      severity: 'high',
      confidence: 'medium',
      weakness: 22,
    },
    {
      java: {
        keywords: ['ZipEntry', 'TarArchiveEntry', 'JarEntry', 'ArchiveEntry'],
        unlessFile: /startsWith\(|normalize\(|getCanonicalPath|getCanonicalFile|contains\("\.\."\)/,
        calls: [
          {
            callee: /^(?:java\.io\.)?File$/,
            arguments: { 1: /\bentry\.getName\(\)|\bze\.getName\(\)|[eE]ntry\.getName\(\)/ },
          },
        ],
        bad: [
          'class A { void f(ZipInputStream in) { ZipEntry entry = in.getNextEntry(); File out = new File(dir, entry.getName()); } }',
        ],
        good: [
          'class A { void f(ZipInputStream in) { ZipEntry entry = in.getNextEntry(); File out = new File(dir, entry.getName()); if (!out.toPath().normalize().startsWith(root)) throw new X(); } }',
        ],
      },
      go: {
        keywords: ['archive/zip', 'archive/tar'],
        unlessFile: /HasPrefix\(|IsLocal\(|SecureJoin|"\.\."|filepath\.Rel\(|os\.OpenRoot|os\.Root\b/,
        calls: [{ callee: /^(?:filepath|path)\.Join$/, arguments: { 1: /\b(?:header|hdr|h|f|file|zf|entry)\.Name$/ } }],
        bad: [
          'package a\nimport "archive/zip"\nfunc x(f *zip.File) { p := filepath.Join(dest, f.Name); os.Create(p) }',
        ],
        good: [
          'package a\nimport "archive/zip"\nfunc x(f *zip.File) { p := filepath.Join(dest, f.Name); if !strings.HasPrefix(p, dest) { return }; os.Create(p) }',
        ],
      },
      python: {
        keywords: ['tarfile'],
        unlessFile: /extraction_filter|is_relative_to|commonpath|commonprefix|startswith\(/,
        calls: [
          {
            callee: /(?:^|\.)(?:extractall|extract)$/,
            when: /^(?:tar|tf|tarball|tgz|archive|t|tarfile\.open\(.{0,200}\))\.extract/,
            unless: /filter\s*=|members\s*=/,
          },
        ],
        bad: ['import tarfile\ndef f(p):\n    with tarfile.open(p) as tar:\n        tar.extractall(dest)\n'],
        good: [
          "import tarfile\ndef f(p):\n    with tarfile.open(p) as tar:\n        tar.extractall(dest, filter='data')\n",
        ],
      },
      csharp: {
        keywords: ['ZipArchive', 'ZipFile'],
        unlessFile: /StartsWith\(/,
        calls: [{ callee: /(?:^|\.)Path\.Combine$/, arguments: { 1: /[eE]ntry\.(?:FullName|Key)$/ } }],
        bad: [
          'class A { void F(ZipArchive a) { foreach (var entry in a.Entries) { entry.ExtractToFile(Path.Combine(dir, entry.FullName)); } } }',
        ],
        good: [
          'class A { void F(ZipArchive a) { foreach (var entry in a.Entries) { var p = Path.GetFullPath(Path.Combine(dir, entry.FullName)); if (p.StartsWith(dir)) entry.ExtractToFile(p); } } }',
        ],
      },
    },
  ),
];
