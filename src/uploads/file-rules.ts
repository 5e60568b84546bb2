/** Largest file in bytes: what an instance takes unless it was set up otherwise (Amazon Connect Administrator Guide, feature specifications). */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Files in one chat, whoever sent them. */
export const MAX_FILES = 35;

const MAX_NAME = 256;

/** Why a file cannot be sent, before anybody has been asked. */
export type FileRefusal =
  'attachment/type-not-allowed' | 'attachment/empty' | 'attachment/too-large' | 'attachment/too-many';

const office = 'application/vnd.openxmlformats-officedocument.';

/** Types by extension; the first is what the service expects, the others are what some browsers say. */
const types: Readonly<Record<string, readonly string[]>> = {
  csv: ['text/csv'],
  doc: ['application/msword'],
  docx: [`${office}wordprocessingml.document`],
  heic: ['image/heic'],
  jfif: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  jpg: ['image/jpeg'],
  mov: ['video/quicktime'],
  mp4: ['video/mp4'],
  pdf: ['application/pdf'],
  png: ['image/png'],
  ppt: ['application/vnd.ms-powerpoint'],
  pptx: [`${office}presentationml.presentation`],
  rtf: ['application/rtf', 'application/x-rtf', 'text/rtf', 'text/richtext'],
  txt: ['text/plain'],
  wav: ['audio/wav', 'audio/x-wav', 'audio/vnd.wave'],
  xls: ['application/vnd.ms-excel'],
  xlsx: [`${office}spreadsheetml.sheet`],
};

/** The extensions that may be sent, with their dots, as `<input accept>` takes them. */
export const allowedExtensions: readonly string[] = Object.keys(types).map((extension) => `.${extension}`);

/** What is known of a file before it is read. */
export interface FileFacts {
  readonly name: string;
  /** What the browser says; `''` where it does not know. */
  readonly type: string;
  readonly size: number;
}

/**
 * Whether a file may be sent, and as what.
 *
 * @param others - how many files the chat has or is about to have besides
 */
export function checkFile(
  { name, type, size }: FileFacts,
  others: number,
): { readonly type: string } | { readonly refusal: FileRefusal } {
  const known = typesOf(name);
  if (!known?.[0]) return { refusal: 'attachment/type-not-allowed' };
  if (size === 0) return { refusal: 'attachment/empty' };
  if (size > MAX_FILE_BYTES) return { refusal: 'attachment/too-large' };
  if (others >= MAX_FILES) return { refusal: 'attachment/too-many' };
  const said = type.split(';')[0]?.trim().toLowerCase() ?? '';
  return { type: known.includes(said) ? said : known[0] };
}

/** A name that the service takes, with its extension. One that was pasted has sometimes none at all. */
export function fileName({ name, type }: Pick<FileFacts, 'name' | 'type'>): string {
  const given = name.replace(/[\p{Cc}/\\]/gu, '_').trim();
  const whole = typesOf(given) ? given : given + (given.includes('.') ? '' : extensionFor(type));
  if (whole.length <= MAX_NAME) return whole;
  const extension = /\.[^.]{1,10}$/.exec(whole)?.[0] ?? '';
  return whole.slice(0, MAX_NAME - extension.length) + extension;
}

function extensionFor(type: string): string {
  const found = Object.entries(types).find(([, [first]]) => first === type);
  return found ? `.${found[0] === 'jfif' ? 'jpg' : found[0]}` : '';
}

function typesOf(name: string): readonly string[] | undefined {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(types, extension) ? types[extension] : undefined;
}
