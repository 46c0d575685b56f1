const WIDTH = 416; // twice the drawn size, for dense screens
const HEIGHT = 296;

/** A small JPEG of a picture as a data URL; undefined when the file is no picture that the browser reads. */
export async function thumbnail(file: File): Promise<string | undefined> {
  if (!file.type.startsWith('image/')) return undefined;
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.max(WIDTH / bitmap.width, HEIGHT / bitmap.height);
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    const [width, height] = [bitmap.width * scale, bitmap.height * scale];
    canvas.getContext('2d')?.drawImage(bitmap, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
    bitmap.close();
    return canvas.toDataURL('image/jpeg', 0.6);
  } catch {
    return undefined;
  }
}
