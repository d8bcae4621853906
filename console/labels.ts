import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

type Replacement = readonly [english: string, chinese: string];

const SECTION_TITLES = {
  'Root Types': '入口 Root types',
  'All Schema Types': '全部类型 All types',
  Type: '类型 Type',
  Fields: '字段 Fields',
  Arguments: '参数 Arguments',
  'Enum Values': '可取的值 Values',
  'Possible Types': '可能的类型 Possible types',
  Implementations: '实现 Implementations',
  Implements: '所属接口 Implements',
};

/** Fragments of code of the GraphiQL packages, by the end of the file's path. */
export const REPLACEMENTS: Readonly<Record<string, readonly Replacement[]>> = {
  'graphiql/dist/GraphiQL.js': [
    ['children: "Variables"', 'children: "变量 Variables"'],
    ['children: "Headers"', 'children: "请求头 Headers"'],
    ['"Show" : "Hide"} editor tools', '"展开" : "收起"}变量与请求头'],
    ['newTab: "New tab"', 'newTab: "新标签页 New tab"'],
  ],
  'graphiql/dist/ui/sidebar.js': [
    ['"Hide" : "Show"}', '"收起" : "打开"}'],
    ['Re-fetch GraphQL schema', '重新读取模式 Re-fetch schema'],
    ['"Open short keys dialog"', '"快捷键 Short keys"'],
    ['"Open settings dialog"', '"设置 Settings"'],
    ['children: "Short Keys"', 'children: "快捷键 Short keys"'],
    ['children: "Settings"', 'children: "设置 Settings"'],
    ['children: "Persist headers"', 'children: "保存请求头 Persist headers"'],
    ['"Save headers upon reloading."', '"刷新页面后仍在。"'],
    ['"Only enable if you trust this device."', '"其中可有令牌，只在自己的电脑上打开。"'],
    ['children: "On"', 'children: "开"'],
    ['children: "Off"', 'children: "关"'],
    ['children: "Theme"', 'children: "外观 Theme"'],
    ['children: "Adjust how the interface appears."', 'children: "默认跟随系统。"'],
    ['children: "System"', 'children: "跟随系统"'],
    ['children: "Light"', 'children: "浅色"'],
    ['children: "Dark"', 'children: "深色"'],
    ['children: "Clear storage"', 'children: "清除记录 Clear storage"'],
    [
      'children: "Remove all locally stored data and start fresh."',
      'children: "清除此浏览器中保存的查询与设置。"',
    ],
    ['success: "Cleared data"', 'success: "已清除"'],
    ['error: "Failed"', 'error: "未能清除"'],
    ['|| "Clear data"', '|| "清除"'],
  ],
  'graphiql/dist/ui/short-keys.js': [
    ['"Execute query"', '"运行 Run"'],
    [
      '"Open the Command Palette (you must have focus in the editor)"',
      '"命令面板（光标在编辑器内）Command palette"',
    ],
    ['"Prettify editors"', '"整理格式 Prettify"'],
    ['"Copy query"', '"复制查询 Copy"'],
    ['"Re-fetch schema using introspection"', '"重新读取模式 Re-fetch schema"'],
    ['"Search in documentation"', '"检索文档 Search the documentation"'],
    ['"Search in editor"', '"在编辑器内查找 Find"'],
    ['"Merge fragments definitions into operation definition"', '"并入片段 Merge fragments"'],
    ['children: "Short Key"', 'children: "按键"'],
    ['children: "Function"', 'children: "作用"'],
  ],
  'graphiql/dist/ui/toolbar.js': [
    ['Prettify query', '整理格式 Prettify'],
    ['Merge fragments into query', '并入片段 Merge fragments'],
    ['Copy query', '复制查询 Copy'],
  ],
  '@graphiql/react/dist/components/execute-button/index.js': [
    ['"Stop" : "Execute"} query', '"停止 Stop" : "运行 Run"}'],
  ],
  '@graphiql/react/dist/components/tabs/index.js': [['"Close Tab"', '"关闭标签页 Close tab"']],
  '@graphiql/react/dist/utility/tabs.js': [['"<untitled>"', '"新查询"']],
  '@graphiql/plugin-doc-explorer/dist/components/section.js': [
    ['t1,\n      title\n', `t1,\n      ${JSON.stringify(SECTION_TITLES)}[title] ?? title\n`],
  ],
  '@graphiql/plugin-doc-explorer/dist/components/schema-documentation.js': [
    [
      '"A GraphQL schema provides a root type for each kind of operation."',
      '"从这里开始：查询的入口，以及全部类型。"',
    ],
  ],
  '@graphiql/plugin-doc-explorer/dist/components/search.js': [['"No results found"', '"没有找到"']],
  '@graphiql/plugin-doc-explorer/dist/context.js': [
    ['title: "Documentation Explorer"', 'title: "文档 Documentation"'],
  ],
  '@graphiql/plugin-history/dist/index.js': [['title: "History"', 'title: "历史 History"']],
  '@graphiql/plugin-history/dist/components.js': [
    ['"History"', '"历史 History"'],
    ['"Type a label"', '"写一个名称"'],
    ['"Edit label"', '"命名 Label"'],
    ['"Remove favorite" : "Add favorite"', '"取消收藏" : "收藏 Favourite"'],
    ['"Delete from history"', '"删除 Delete"'],
    ['|| "Clear"', '|| "清空"'],
  ],
};

/**
 * GraphiQL has no translations of its own; this puts Chinese in place of the labels that an analyst meets.
 * A fragment that a later version no longer has simply stays English.
 */
export const chineseLabels: Plugin = {
  name: 'chinese-labels',
  setup(bundler) {
    bundler.onLoad({ filter: /graphiql[\\/].*\.js$/ }, async ({ path }) => {
      const unixPath = path.replaceAll('\\', '/');
      const known = Object.entries(REPLACEMENTS).find(([file]) => unixPath.endsWith(`node_modules/${file}`));
      if (!known) return undefined;
      const code = await readFile(path, 'utf8');
      return { contents: translate(code, known[1]), loader: 'js' };
    });
  },
};

function translate(code: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((text, [english, chinese]) => text.replaceAll(english, chinese), code);
}
