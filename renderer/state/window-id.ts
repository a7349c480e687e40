/** Which of the desk's windows this is: "main", or "window-2" as main wrote it behind the address. */
export const windowId: string = /^#(window-[1-9]\d?)$/.exec(window.location.hash)?.[1] ?? 'main';
