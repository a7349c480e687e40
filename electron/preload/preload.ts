import { contextBridge, ipcRenderer } from 'electron';
import { bridgeChannels, type Bridge } from '../../shared/ipc/bridge';

const listeners = new Map<number, (json: string) => void>();
let lastId = 0;

ipcRenderer.on(bridgeChannels.event, (_event, id: number, json: string) => {
  try {
    listeners.get(id)?.(json);
  } finally {
    ipcRenderer.send(bridgeChannels.received, id);
  }
});

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(bridgeChannels.call, name, input) as Promise<string>,
  watch: (name, input, onEvent) => {
    const id = (lastId += 1);
    listeners.set(id, onEvent);
    ipcRenderer.send(bridgeChannels.watch, id, name, input);
    return () => {
      listeners.delete(id);
      ipcRenderer.send(bridgeChannels.unwatch, id);
    };
  },
};

contextBridge.exposeInMainWorld('portico', bridge);
