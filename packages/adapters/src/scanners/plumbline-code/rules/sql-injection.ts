// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from '../code-rule.ts';
import { callRules, flowRules } from './define-rules.ts';

const verb = /\b(?:select|insert\s+into|update|delete\s+from|replace\s+into|where|order\s+by)\b/i;
export const sqlInjectionRules: readonly CodeRule[] = [
  ...flowRules(
    {
      slug: 'sql-injection',
      title: 'Data from a request in a database statement',
      message: 'Whoever sends the request can change what the statement does: read other rows, change or delete them.',
      remedy: 'Hand values over as parameters of the statement; choose names of tables and columns from a fixed list.',
      severity: 'critical',
      confidence: 'high',
      weakness: 89,
    },
    {
      javascript: {
        keywords: ['query', 'execute', '.raw', 'Unsafe', '.all(', '.run(', '.prepare('],
        requires: verb,
        sinks: [
          {
            callee:
              /(?:^|\.)(?:query|execute|raw|unsafe|\$queryRawUnsafe|\$executeRawUnsafe|whereRaw|orderByRaw|havingRaw|literal)$/,
            arguments: [0],
          },
          {
            callee: /(?:^|\.)(?:db|database|conn|connection|sqlite)\.(?:all|get|run|each|exec|prepare)$/,
            arguments: [0],
          },
        ],
        bad: [
          'app.get(\'/\', (req, res) => { db.query("SELECT * FROM users WHERE id = \'" + req.query.id + "\'", cb); });',
          'async function f(req) { const id = req.params.id; const sql = `SELECT * FROM t WHERE id = ${id}`; return models.sequelize.query(sql); }',
        ],
        good: [
          "app.get('/', (req, res) => { db.query('SELECT * FROM users WHERE id = ?', [req.query.id], cb); });",
          "function f(req) { const id = parseInt(req.params.id, 10); db.query('SELECT * FROM t WHERE id = ' + id); }",
          "function f(req) { const path = url.parse(req.url).query; return path.get('select'); }",
        ],
      },
      python: {
        keywords: ['execute', '.raw(', 'executescript', 'text(', 'extra('],
        requires: verb,
        sinks: [
          { callee: /(?:^|\.)(?:execute|executemany|executescript|read_sql|read_sql_query)$/, arguments: [0] },
          { callee: /(?:^|\.)objects\.raw$/, arguments: [0] },
          { callee: /(?:^|\.)RawSQL$/, arguments: [0] },
          { callee: /^(?:sqlalchemy\.|sa\.)?text$/, arguments: [0] },
        ],
        bad: [
          "def f():\n    name = request.form['name']\n    cursor.execute(\"SELECT * FROM u WHERE name = '%s'\" % name)\n",
          "def f(self):\n    q = 'SELECT * FROM u WHERE id = {}'.format(request.GET.get('id'))\n    return User.objects.raw(q)\n",
        ],
        good: [
          "def f():\n    cursor.execute('SELECT * FROM u WHERE name = %s', (request.form['name'],))\n",
          "def f():\n    cursor.execute('SELECT * FROM u WHERE id = %s' % int(request.args['id']))\n",
        ],
      },
      php: {
        keywords: ['query', 'exec', 'prepare', 'whereRaw', 'DB::'],
        requires: verb,
        sinks: [
          { callee: /^\\?(?:mysqli_query|mysqli_multi_query|pg_query|sqlsrv_query|odbc_exec)$/, arguments: [1] },
          { callee: /^\\?(?:mysql_query|pg_query|sqlite_query|mysqli_query|mssql_query)$/, arguments: [0] },
          {
            callee:
              /\.(?:query|exec|prepare|multi_query|get_results|get_row|get_var|whereRaw|selectRaw|orderByRaw|createQuery|executeQuery|querySingle)$/,
            arguments: [0],
          },
          { callee: /^DB\.(?:raw|select|statement|insert|update|delete|unprepared)$/, arguments: [0] },
        ],
        bad: [
          "<?php $id = $_GET['id'];\n$q = \"SELECT first FROM users WHERE id = '$id';\";\n$r = mysqli_query($db, $q);",
          "<?php $pdo->query('SELECT * FROM t WHERE name = \"' . $_POST['name'] . '\"');",
        ],
        good: [
          "<?php $s = $pdo->prepare('SELECT * FROM t WHERE id = ?'); $s->execute([$_GET['id']]);",
          '<?php $id = intval($_GET[\'id\']); mysqli_query($db, "SELECT * FROM t WHERE id = $id");',
          "<?php $id = mysqli_real_escape_string($db, $_GET['id']); mysqli_query($db, \"SELECT * FROM t WHERE id = '$id'\");",
        ],
      },
      ruby: {
        keywords: ['where', 'find_by_sql', 'execute', 'order', 'pluck', 'exec_query', 'select', 'joins', 'group'],
        sinks: [
          {
            callee: /(?:^|\.)(?:find_by_sql|execute|exec_query|select_all|select_value|count_by_sql)$/,
            arguments: [0],
          },
          {
            callee: /(?:^|\.)(?:where|having|joins|from|exists\?|delete_all|update_all|destroy_all)$/,
            arguments: [0],
            when: /#\{|" ?\+|\+ ?"|' ?\+|\+ ?'/,
          },
        ],
        bad: [
          'def f\n  user = User.where("id = \'#{params[:user][:id]}\'")[0]\nend\n',
          'def f\n  sql = "SELECT * FROM t WHERE name = \'" + params[:name] + "\'"\n  ActiveRecord::Base.connection.execute(sql)\nend\n',
        ],
        good: [
          'def f\n  User.where("id = ?", params[:id])\nend\n',
          'def f\n  User.where(id: params[:id])\nend\n',
          'def f\n  User.where("id = #{params[:id].to_i}")\nend\n',
        ],
      },
      java: {
        keywords: ['execute', 'createQuery', 'createNativeQuery', 'prepareStatement', 'query', 'addBatch'],
        requires: verb,
        sinks: [
          {
            callee:
              /(?:^|\.)(?:executeQuery|executeUpdate|execute|executeLargeUpdate|addBatch|prepareStatement|prepareCall|createQuery|createNativeQuery|createSQLQuery|queryForObject|queryForList|queryForMap|queryForRowSet)$/,
            arguments: [0],
          },
          { callee: /(?:[jJ]dbcTemplate|[tT]emplate)\.(?:query|update|batchUpdate)$/, arguments: [0] },
        ],
        bad: [
          'class A { void f(@RequestParam String id) { String q = "SELECT * FROM t WHERE id = \'" + id + "\'"; statement.executeQuery(q); } }',
          'class A { void f(HttpServletRequest req) { jdbcTemplate.query("select * from t where n = \'" + req.getParameter("n") + "\'", m); } }',
        ],
        good: [
          'class A { void f(@RequestParam String id) { var s = c.prepareStatement("SELECT * FROM t WHERE id = ?"); s.setString(1, id); } }',
          'class A { void f(@RequestParam long id) { s.executeQuery("SELECT * FROM t WHERE id = " + id); } }',
        ],
      },
      go: {
        keywords: ['.Query', '.Exec', '.Raw(', '.Where(', '.QueryRow', '.Prepare', '.Get(', '.Select('],
        requires: verb,
        sinks: [
          {
            callee: /\.(?:Query|QueryRow|Exec|Prepare|Raw|Queryx|QueryRowx|MustExec)$/,
            arguments: [0],
            when: /^(?!r\.URL|req\.URL|c\.|ctx\.|u\.)/,
          },
          { callee: /\.(?:QueryContext|QueryRowContext|ExecContext|PrepareContext)$/, arguments: [1] },
          { callee: /\.(?:Where|Having|Order)$/, arguments: [0], when: /\+|Sprintf/ },
        ],
        bad: [
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { id := r.FormValue("id"); db.Query("SELECT * FROM t WHERE id = " + id) }',
          'package a\nfunc f(c *gin.Context) { q := fmt.Sprintf("SELECT * FROM t WHERE n = \'%s\'", c.Param("n")); db.QueryRowContext(ctx, q) }',
        ],
        good: [
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { db.Query("SELECT * FROM t WHERE id = $1", r.FormValue("id")) }',
          'package a\nfunc f(w http.ResponseWriter, r *http.Request) { x := r.URL.Query().Get("select"); use(x) }',
        ],
      },
      csharp: {
        keywords: [
          'SqlCommand',
          'CommandText',
          'FromSqlRaw',
          'ExecuteSqlRaw',
          'Query',
          'Execute',
          'OleDbCommand',
          'NpgsqlCommand',
          'SqliteCommand',
        ],
        requires: verb,
        sinks: [
          {
            callee: /(?:^|\.)(?:Sql|Npgsql|MySql|OleDb|Odbc|Sqlite|SQLite|Oracle)(?:Command|DataAdapter)$/,
            arguments: [0],
          },
          {
            callee:
              /(?:^|\.)(?:FromSqlRaw|ExecuteSqlRaw|ExecuteSqlRawAsync|ExecuteSqlCommand|SqlQuery|SqlQueryRaw)(?:<[^>]{1,60}>)?$/,
            arguments: [0],
          },
          {
            callee:
              /(?:conn|connection|db|database)\.(?:Query|QueryAsync|Execute|ExecuteAsync|QueryFirst\w*|QuerySingle\w*|ExecuteScalar\w*)(?:<[^>]{1,60}>)?$/i,
            arguments: [0],
          },
          { assignedTo: /\.CommandText$/ },
        ],
        bad: [
          'class A { void F() { var id = Request.Query["id"]; var c = new SqlCommand("SELECT * FROM t WHERE id = \'" + id + "\'", conn); } }',
          'class A { void F([FromQuery] string name) { cmd.CommandText = $"SELECT * FROM t WHERE name = \'{name}\'"; } }',
        ],
        good: [
          'class A { void F([FromQuery] string name) { cmd.CommandText = "SELECT * FROM t WHERE name = @n"; cmd.Parameters.AddWithValue("@n", name); } }',
          'class A { void F([FromQuery] int id) { cmd.CommandText = $"SELECT * FROM t WHERE id = {id}"; } }',
        ],
      },
    },
  ),
  ...callRules(
    {
      slug: 'sql-text-from-parts',
      title: 'A value is put into the text of a database statement',
      message:
        'The value becomes part of the statement instead of a parameter. Where it comes from is not seen here; if it ever comes from outside, it can change what the statement does.',
      remedy: 'Hand values over as parameters; choose names of tables and columns from a fixed list.',
      severity: 'medium',
      confidence: 'low',
      weakness: 89,
    },
    {
      javascript: {
        keywords: ['.query(', '.execute('],
        requires: verb,
        calls: [{ callee: /\.(?:query|execute)$/, arguments: { 0: valueInText(/\$\{|["'`]\s*\+/) } }],
        bad: [
          'function f(id) { return db.query("SELECT * FROM t WHERE id = \'" + id + "\'"); }',
          'const r = await pool.query(`SELECT * FROM t WHERE id = ${id}`);',
        ],
        good: ['pool.query(`SELECT ${columns} FROM t WHERE id = $1`, [id]);', 'db.query("SELECT a " + "FROM t", []);'],
      },
      python: {
        keywords: ['.execute('],
        requires: verb,
        calls: [
          { callee: /\.execute$/, arguments: { 0: valueInText(/%s['"]{0,4}(?:.{0,300}["']\s*%)/) } },
          { callee: /\.execute$/, arguments: { 0: valueInText(/["']\s*\+/) } },
          { callee: /\.execute$/, arguments: { 0: valueInText(/\{[^{}]{1,60}\}/) }, when: /\(\s*[rR]?[fF]["']/ },
          { callee: /\.execute$/, arguments: { 0: valueInText(/\{\w{0,20}\}/) }, when: /["']\s*\.format\(/ },
        ],
        bad: [
          'def f(id):\n    c.execute("SELECT * FROM t WHERE id = \'%s\'" % id)\n',
          'def f(id):\n    c.execute(f"SELECT * FROM t WHERE id = {id}")\n',
        ],
        good: [
          'def f(id):\n    c.execute("SELECT * FROM t WHERE id = %s", (id,))\n',
          'def f(t):\n    c.execute(f"SELECT * FROM {t} WHERE id = 1")\n',
        ],
      },
      java: {
        keywords: ['executeQuery', 'executeUpdate', 'createNativeQuery', '.execute('],
        requires: verb,
        calls: [
          {
            callee: /\.(?:executeQuery|executeUpdate|createNativeQuery|execute)$/,
            arguments: { 0: valueInText(/"\s*\+\s*(?!")/) },
          },
        ],
        bad: ['class A { void f(String id) { s.executeQuery("SELECT * FROM t WHERE id = \'" + id + "\'"); } }'],
        good: [
          'class A { void f() { s.executeQuery("SELECT a " + "FROM t"); } }',
          'class A { void f(String t) { s.executeQuery("SELECT * FROM " + t); } }',
        ],
      },
      go: {
        keywords: ['.Query', '.Exec('],
        requires: verb,
        calls: [
          { callee: /\.(?:Query|QueryRow|Exec)$/, arguments: { 0: valueInText(/%[sv]/) }, when: /Sprintf/ },
          { callee: /\.(?:Query|QueryRow|Exec)$/, arguments: { 0: valueInText(/["`]\s*\+/) } },
        ],
        bad: [
          'package a\nfunc f(id string) { db.Query(fmt.Sprintf("SELECT * FROM t WHERE id = \'%s\'", id)) }',
          'package a\nfunc f(id string) { db.Exec("DELETE FROM t WHERE id = " + id) }',
        ],
        good: [
          'package a\nfunc f(id string) { db.Query("SELECT * FROM t WHERE id = $1", id) }',
          'package a\nfunc f(t string) { db.Exec(fmt.Sprintf("DELETE FROM %s", t)) }',
        ],
      },
      csharp: {
        keywords: ['SqlCommand'],
        requires: verb,
        calls: [{ callee: /(?:^|\.)SqlCommand$/, arguments: { 0: valueInText(/"\s*\+\s*(?!")|\{\w/) } }],
        bad: [
          'class A { void F(string id) { var c = new SqlCommand("SELECT * FROM t WHERE id = \'" + id + "\'", conn); } }',
        ],
        good: ['class A { void F(string id) { var c = new SqlCommand("SELECT * FROM t WHERE id = @id", conn); } }'],
      },
    },
  ),
];

/** A statement with a value after `=` or `LIKE` that its text does not hold: where parameters belong, and names never stand. */
function valueInText(value: RegExp): RegExp {
  const begins =
    /^[^\s"'`]{0,20}["'`]{1,3}\s{0,40}(?:select\s|insert\s+into\s|update\s+\S{1,80}\s+set\s|delete\s+from\s)/.source;
  const places = /[^;]{0,1500}?(?:=|\blike)\s{0,3}['"%]{0,3}/.source;
  return new RegExp(`${begins}${places}(?:${value.source})`, 'i');
}
