/** Wide enough to see what is broken; a tenth of what the camera makes. */
const LONGEST_SIDE = 1600;

const QUALITY = 0.75;

/** Smaller than this nothing is won. */
const SMALL_BYTES = 300_000;

/** A photo that one bar of signal can carry, without what the camera wrote into it; as it is where the phone cannot. */
export async function shrunk(file: File): Promise<Blob> {
  if (file.size <= SMALL_BYTES || typeof createImageBitmap === 'undefined') return file;
  try {
    const picture = await createImageBitmap(file);
    const share = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * share);
    canvas.height = Math.round(picture.height * share);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const small = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/jpeg', QUALITY));
    return small && small.size < file.size ? small : file;
  } catch {
    return file;
  }
}
