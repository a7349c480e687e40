import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

// Who may import which package. Folder-to-folder imports are held by the tsconfig project references;
// these rules add what references cannot see: npm packages, and features importing each other.
const forbid = (files, paths, patterns = []) => ({
  files,
  ignores: ['**/*.test.ts', '**/*.test.tsx'],
  rules: { 'no-restricted-imports': ['error', { paths, patterns }] },
});
const electronOnlyInShell = {
  name: 'electron',
  message: 'Only electron/shell, main, preload and ipc/electron-transport touch Electron.',
};

export default tseslint.config(
  { ignores: ['node_modules', 'dist', '.tsbuild', 'out', 'test-results', 'coverage', '.cache'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['error', { max: 400 }],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
    rules: { 'max-lines': ['error', { max: 400 }] },
  },
  forbid(
    [
      'electron/gateway/**',
      'electron/services/**',
      'electron/store/**',
      'electron/support/**',
      'electron/practice/**',
      'electron/core.ts',
      'electron/core/**',
      'electron/config.ts',
      'electron/ipc/router.ts',
      'electron/ipc/handlers.ts',
      'electron/ipc/handlers/**',
      'shared/**',
    ],
    [electronOnlyInShell],
  ),
  forbid(
    ['renderer/ui/**', 'renderer/format/**'],
    [],
    [
      {
        group: ['**/features/**', '**/app/**', '**/live/**', '**/state/**', '**/ipc/**'],
        message: 'ui and format are dumb parts: they import nothing of the app.',
      },
    ],
  ),
  forbid(
    ['renderer/ipc/**', 'renderer/live/**', 'renderer/state/**'],
    [],
    [{ group: ['**/features/**', '**/app/**'], message: 'ipc, live and state know no feature.' }],
  ),
  forbid(
    ['renderer/features/**'],
    [],
    [
      { group: ['../../app/*', '../app/*'], message: 'Features do not know the app.' },
      {
        group: ['../*/*', '!../../*', '!../../*/**'],
        message: 'No feature imports another: meet in state/, live/ or app/.',
      },
    ],
  ),
);
