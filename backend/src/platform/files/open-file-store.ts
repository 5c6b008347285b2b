import type { Config } from '../config/config.js';
import type { FileStore } from './file-store.js';

/** The store that the settings name. S3's library is loaded only where it is used: it is large. */
export const openFileStore = async (config: Config): Promise<FileStore> => {
  const {
    FILES_S3_BUCKET: bucket,
    FILES_S3_ACCESS_KEY_ID: accessKeyId,
    FILES_S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = config;
  if (!bucket) {
    const { FolderFileStore } = await import('./folder-file-store.js');
    return new FolderFileStore(config.FILES_DIR);
  }
  const { S3FileStore } = await import('./s3-file-store.js');
  return new S3FileStore({
    bucket,
    region: config.FILES_S3_REGION,
    endpoint: config.FILES_S3_ENDPOINT,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
  });
};
