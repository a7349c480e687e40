/** Words of the documentation, where `code` stands between backticks. */
export const CodeText = ({ text }: { readonly text: string }) =>
  text.split('`').map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part));
