export { startCuttingProxy } from './cutting-proxy';
export { mountSmallDisk, type SmallDisk } from './small-disk';
export { temporaryStore, type TemporaryStore } from './temporary-store';
