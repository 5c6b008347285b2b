import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { FileMissing, FileStore } from './file-store.js';

export interface S3Place {
  bucket: string;
  region: string;
  endpoint?: string | undefined;
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
}

/** Any store that speaks S3. An upload in parts that fails is aborted, so it leaves no part behind. */
export class S3FileStore extends FileStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ bucket, region, endpoint, credentials }: S3Place) {
    super();
    this.bucket = bucket;
    // Addresses with the bucket in the path: an own server seldom has a name for each bucket.
    this.client = new S3Client({
      region,
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      ...(credentials ? { credentials } : {}),
    });
  }

  async write(key: string, bytes: Readable): Promise<void> {
    // One part of five megabytes in memory at a time.
    const upload = new Upload({
      client: this.client,
      queueSize: 1,
      params: { Bucket: this.bucket, Key: key, Body: bytes },
    });
    await upload.done();
  }

  async read(key: string): Promise<Readable> {
    const answer = await this.client
      .send(new GetObjectCommand({ Bucket: this.bucket, Key: key }))
      .catch((error: unknown) => {
        throw error instanceof NoSuchKey ? new FileMissing() : error;
      });
    return answer.Body as Readable;
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
  }
}
