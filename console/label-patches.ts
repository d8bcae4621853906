/** An exact text in the code of a package, and its replacement. */
export type LabelPatch = readonly [english: string, chinese: string];

const sectionTitles = {
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

/** Every patch under its name, by the patched file's path in `node_modules`. */
export const labelPatches: Readonly<Record<string, Readonly<Record<string, LabelPatch>>>> = {
  'graphiql/dist/GraphiQL.js': {
    'variables tab': ['children: "Variables"', 'children: "变量 Variables"'],
    'headers tab': ['children: "Headers"', 'children: "请求头 Headers"'],
    'editor tools toggle': ['"Show" : "Hide"} editor tools', '"展开" : "收起"}变量与请求头'],
    'new tab': ['newTab: "New tab"', 'newTab: "新标签页 New tab"'],
  },
  'graphiql/dist/ui/sidebar.js': {
    'panel toggle': ['"Hide" : "Show"}', '"收起" : "打开"}'],
    'schema button': ['Re-fetch GraphQL schema', '重新读取模式 Re-fetch schema'],
    'short keys button': ['"Open short keys dialog"', '"快捷键 Short keys"'],
    'settings button': ['"Open settings dialog"', '"设置 Settings"'],
    'short keys title': ['children: "Short Keys"', 'children: "快捷键 Short keys"'],
    'settings title': ['children: "Settings"', 'children: "设置 Settings"'],
    'headers setting': ['children: "Persist headers"', 'children: "保存请求头 Persist headers"'],
    'headers explanation': ['"Save headers upon reloading."', '"刷新页面后仍在。"'],
    'headers warning': ['"Only enable if you trust this device."', '"其中可有令牌，只在自己的电脑上打开。"'],
    'headers on': ['children: "On"', 'children: "开"'],
    'headers off': ['children: "Off"', 'children: "关"'],
    'theme setting': ['children: "Theme"', 'children: "外观 Theme"'],
    'theme explanation': ['children: "Adjust how the interface appears."', 'children: "默认跟随系统。"'],
    'system theme': ['children: "System"', 'children: "跟随系统"'],
    'light theme': ['children: "Light"', 'children: "浅色"'],
    'dark theme': ['children: "Dark"', 'children: "深色"'],
    'storage setting': ['children: "Clear storage"', 'children: "清除记录 Clear storage"'],
    'storage explanation': [
      'children: "Remove all locally stored data and start fresh."',
      'children: "清除此浏览器中保存的查询与设置。"',
    ],
    'storage cleared': ['success: "Cleared data"', 'success: "已清除"'],
    'storage not cleared': ['error: "Failed"', 'error: "未能清除"'],
    'storage button': ['|| "Clear data"', '|| "清除"'],
  },
  'graphiql/dist/ui/short-keys.js': {
    'run key': ['"Execute query"', '"运行 Run"'],
    'command palette key': [
      '"Open the Command Palette (you must have focus in the editor)"',
      '"命令面板（光标在编辑器内）Command palette"',
    ],
    'prettify key': ['"Prettify editors"', '"整理格式 Prettify"'],
    'copy key': ['"Copy query"', '"复制查询 Copy"'],
    'schema key': ['"Re-fetch schema using introspection"', '"重新读取模式 Re-fetch schema"'],
    'documentation search key': ['"Search in documentation"', '"检索文档 Search the documentation"'],
    'editor search key': ['"Search in editor"', '"在编辑器内查找 Find"'],
    'merge key': ['"Merge fragments definitions into operation definition"', '"并入片段 Merge fragments"'],
    'key column': ['children: "Short Key"', 'children: "按键"'],
    'function column': ['children: "Function"', 'children: "作用"'],
  },
  'graphiql/dist/ui/toolbar.js': {
    'prettify button': ['Prettify query', '整理格式 Prettify'],
    'merge button': ['Merge fragments into query', '并入片段 Merge fragments'],
    'copy button': ['Copy query', '复制查询 Copy'],
  },
  '@graphiql/react/dist/components/execute-button/index.js': {
    'run button': ['"Stop" : "Execute"} query', '"停止 Stop" : "运行 Run"}'],
  },
  '@graphiql/react/dist/components/tabs/index.js': {
    'close tab button': ['"Close Tab"', '"关闭标签页 Close tab"'],
  },
  '@graphiql/react/dist/utility/tabs.js': { 'untitled tab': ['"<untitled>"', '"新查询"'] },
  '@graphiql/plugin-doc-explorer/dist/components/section.js': {
    'section titles': ['t1,\n      title\n', `t1,\n      ${JSON.stringify(sectionTitles)}[title] ?? title\n`],
  },
  '@graphiql/plugin-doc-explorer/dist/components/schema-documentation.js': {
    introduction: [
      '"A GraphQL schema provides a root type for each kind of operation."',
      '"从这里开始：查询的入口，以及全部类型。"',
    ],
  },
  '@graphiql/plugin-doc-explorer/dist/components/search.js': {
    'no search results': ['"No results found"', '"没有找到"'],
  },
  '@graphiql/plugin-doc-explorer/dist/context.js': {
    'documentation panel': ['title: "Documentation Explorer"', 'title: "文档 Documentation"'],
  },
  '@graphiql/plugin-history/dist/index.js': {
    'history panel': ['title: "History"', 'title: "历史 History"'],
  },
  '@graphiql/plugin-history/dist/components.js': {
    'history title': ['"History"', '"历史 History"'],
    'label field': ['"Type a label"', '"写一个名称"'],
    'label button': ['"Edit label"', '"命名 Label"'],
    'favourite button': ['"Remove favorite" : "Add favorite"', '"取消收藏" : "收藏 Favourite"'],
    'delete button': ['"Delete from history"', '"删除 Delete"'],
    'clear button': ['|| "Clear"', '|| "清空"'],
  },
};
