/** The renderer's address. A scheme of our own: `file://` carries privileges and no headers. */
export const scheme = 'app';
export const origin = `${scheme}://ui`;
export const indexUrl = `${origin}/index.html`;
