// Deliberate damage to a copy of the build, one per promise of docs/security.md: with it, the named test must fail.
// `from` is looked for in the built file and must stand there exactly once, so that a weakening that has become
// void says so. Nothing of this ever touches dist/.

const main = 'dist/main/main.cjs';
const preload = 'dist/preload/preload.cjs';
const preference = (item, from, to, test) => ({
  item,
  file: main,
  from: `\t\t\t${from}`,
  to: `\t\t\t${to}`,
  test,
});
const answerFilter = 'answer({ cancel: !(';
const settings = 'items 4, 8, 9, 10, 11';

export const weakenings = [
  {
    item: '1',
    file: main,
    from: answerFilter,
    to: 'answer({ cancel: false && !(',
    test: 'item 1: even a page',
  },
  {
    item: '2',
    file: main,
    from: 'sandbox: true,\n\t\t\tcontextIsolation: true,\n\t\t\tnodeIntegration: false,',
    to: 'sandbox: false,\n\t\t\tcontextIsolation: false,\n\t\t\tnodeIntegration: true,',
    test: 'item 2: no Node',
  },
  preference('3', 'contextIsolation: true,', 'contextIsolation: false,', 'item 3: a page that rewrites'),
  preference('4', 'sandbox: true,', 'sandbox: false,', settings),
  {
    item: '5, asked for',
    file: main,
    from: '_permission, answer) => answer(false)',
    to: '_permission, answer) => answer(true)',
    test: 'item 5: every permission',
  },
  {
    item: '5, looked up',
    file: main,
    from: 'setPermissionCheckHandler(() => false)',
    to: 'setPermissionCheckHandler(() => true)',
    test: 'item 5: every permission',
  },
  preference('6', 'webSecurity: true,', 'webSecurity: false,', settings),
  {
    item: '7, script',
    file: main,
    from: `"script-src 'self'"`,
    to: `"script-src 'self' 'unsafe-inline' 'unsafe-eval' data:"`,
    test: 'item 7: the policy',
  },
  {
    item: '7, trusted types',
    file: main,
    from: `"require-trusted-types-for 'script'",`,
    to: '',
    test: 'item 7: the policy',
  },
  {
    item: '7, connect',
    file: main,
    from: `"connect-src 'none'"`,
    to: '"connect-src *"',
    also: [{ from: answerFilter, to: 'answer({ cancel: false && !(' }],
    test: 'item 6 and 1',
  },
  preference('8', 'webSecurity: true,', 'webSecurity: true, allowRunningInsecureContent: true,', settings),
  preference('9', 'webSecurity: true,', 'webSecurity: true, experimentalFeatures: true,', settings),
  preference('10', 'webSecurity: true,', "webSecurity: true, enableBlinkFeatures: 'MojoJS',", settings),
  preference('11', 'webviewTag: false,', 'webviewTag: true,', settings),
  {
    item: '12',
    file: main,
    from: 'contents.on("will-attach-webview", (event) => event.preventDefault());',
    to: '',
    test: 'item 12: a webview',
  },
  {
    item: '13',
    file: main,
    from: 'if (event.url !== "app://ui/index.html") event.preventDefault();',
    to: '',
    also: [{ from: answerFilter, to: 'answer({ cancel: false && !(' }],
    test: 'item 13: the window stays',
  },
  {
    item: '13, about:blank',
    file: main,
    from: 'else if (url === "about:blank")',
    to: 'else if (false)',
    test: 'item 13: a page that leaves',
  },
  {
    item: '14',
    file: main,
    from: 'setWindowOpenHandler(() => ({ action: "deny" }))',
    to: 'setWindowOpenHandler(() => ({ action: "allow" }))',
    test: 'item 14: no page opens',
  },
  {
    item: '15',
    file: main,
    from: 'return router.call(name, input);',
    to: 'if (name === "session.logIn" && input?.url) electron.shell.openExternal(String(input.url)); return router.call(name, input);',
    test: 'item 15: no text',
  },
  {
    item: '17, sender',
    file: main,
    from: 'const isOurs = (event) => event.senderFrame',
    to: 'const isOurs = (event) => true || event.senderFrame',
    test: 'item 17: another window',
  },
  {
    item: '17, schema',
    file: main,
    from: 'const parsed = definition.input.safeParse(input);',
    to: 'const parsed = { success: true, data: input };',
    test: 'item 17: unknown names',
  },
  {
    item: '17, size',
    file: main,
    from: 'JSON.stringify([input]).length > maxInputBytes',
    to: 'false',
    // The schema refuses it too, so the damage is told apart by a second one.
    also: [
      {
        from: 'const parsed = definition.input.safeParse(input);',
        to: 'const parsed = typeof input === "string" ? { success: true, data: {} } : definition.input.safeParse(input);',
      },
    ],
    test: 'item 17: unknown names',
  },
  {
    item: '18',
    file: main,
    from: 'host === "ui" && request.method === "GET" ? files.get(pathname) : void 0',
    to: '(0, node_path.join)(directory, decodeURIComponent(pathname).replaceAll("\\\\", "/"))',
    test: 'item 18: the scheme',
  },
  {
    item: '20',
    file: preload,
    from: 'exposeInMainWorld("portico", {',
    to: 'exposeInMainWorld("portico", { send: (...values) => electron.ipcRenderer.send(...values),',
    test: 'item 20: the bridge',
  },
  {
    item: 'no port',
    file: main,
    from: 'lockDownSession(electron.session.defaultSession);',
    to: 'lockDownSession(electron.session.defaultSession); require("node:http").createServer().listen(0, "127.0.0.1");',
    test: 'no port: the app',
  },
  {
    item: 'hostile text',
    file: main,
    from: 'if (!suspicious.test(json)) return json;',
    to: 'return json;',
    test: 'every panel, with harmful text beside',
  },
  {
    item: 'secrets',
    file: main,
    from: '...sessionId === null ? {} : { Cookie:',
    to: '...(sessionId !== null && console.warn("socket", sessionId), sessionId === null) ? {} : { Cookie:',
    test: 'token and cookie',
  },
];
