import { ServiceError } from './errors.js';

/** Largest file, in bytes: the service's default (Amazon Connect Administrator Guide, feature specifications). */
export const maxAttachmentBytes = 20 * 1024 * 1024;

/** Files per contact, whoever sent them. */
export const maxAttachments = 35;

/** The media types that a file may have by its extension; the first is the usual one, the others are what some browsers say. */
const mediaTypes: Readonly<Record<string, readonly string[]>> = {
  csv: ['text/csv'],
  doc: ['application/msword'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  heic: ['image/heic'],
  jfif: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  jpg: ['image/jpeg'],
  mov: ['video/quicktime'],
  mp4: ['video/mp4'],
  pdf: ['application/pdf'],
  png: ['image/png'],
  ppt: ['application/vnd.ms-powerpoint'],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  rtf: ['application/rtf', 'application/x-rtf', 'text/rtf', 'text/richtext'],
  txt: ['text/plain'],
  wav: ['audio/wav', 'audio/x-wav', 'audio/vnd.wave'],
  xls: ['application/vnd.ms-excel'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
};

/** What a participant wants to send, as StartAttachmentUpload describes it. */
export interface FileClaim {
  readonly name: string;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * Checks a file against the limits of the service before anything is uploaded.
 *
 * @throws {ServiceError} ValidationException for a kind of file that is not allowed, an empty file, or one that is too large.
 */
export function checkFile({ name, contentType, size }: FileClaim): void {
  const allowed = allowedTypes(name);
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!allowed?.includes(type)) {
    throw new ServiceError(
      'ValidationException',
      `Files of type ${contentType} named ${name} are not allowed.`,
    );
  }
  if (size < 1 || size > maxAttachmentBytes) {
    throw new ServiceError(
      'ValidationException',
      `AttachmentSizeInBytes must be from 1 to ${String(maxAttachmentBytes)}.`,
    );
  }
}

/** The usual media type of a file by its name; undefined for a kind that the service does not take. */
export function usualMediaType(name: string): string | undefined {
  return allowedTypes(name)?.[0];
}

function allowedTypes(name: string): readonly string[] | undefined {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(mediaTypes, extension) ? mediaTypes[extension] : undefined;
}
