type Data = string | ArrayBuffer | ArrayBufferView;

function bytes(data: Data): Uint8Array<ArrayBuffer> {
  if (typeof data === 'string') return new TextEncoder().encode(data);
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
}

/** SHA-256, or HMAC-SHA-256 if given a secret, in the form the signing library asks for. Built on Web Crypto. */
export class Sha256 {
  readonly #secret: Data | undefined;
  #parts: Uint8Array<ArrayBuffer>[] = [];

  constructor(secret?: Data) {
    this.#secret = secret;
  }

  update(data: Data): void {
    this.#parts.push(bytes(data));
  }

  reset(): void {
    this.#parts = [];
  }

  async digest(): Promise<Uint8Array> {
    const whole = bytes(await new Blob(this.#parts).arrayBuffer());
    if (this.#secret === undefined) return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', bytes(this.#secret), algorithm, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', key, whole));
  }
}
