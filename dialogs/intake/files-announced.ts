const ANNOUNCES_FILES =
  /^(?:我|手机里|手機裡|这里|這裡|也|都|还|還|[,，\s])*(?:有|拍了|录了|錄了|留了|存了)(?:一?些|几张|幾張|很多|不少)?(?:照片|照|图片|圖片|录音|錄音|录像|錄影|视频|影片|截图|截圖|证据|證據|凭证|小票|发票|發票|收据|收據|聊天记录|聊天紀錄)?(?:的|了|可以证明|可以看)?(?:[,，\s]*(?:等下|待会|待會|等会|等會|一会|一會|稍后|稍後|晚点|晚點|回头|回頭)(?:再)?(?:发|發|传|傳|补|補).{0,4})?[。.！!\s]*$|^(?:我)?(?:等下|待会|待會|等会|等會|一会儿?|一會兒?|稍后|稍後|晚点|晚點|晚些|回头|回頭)(?:再)?(?:发|發|传|傳|补|補|上传|上傳)(?:给|給|照片|视频|影片|你们|你們|过来|過來|上来|上來)*[。.！!\s]*$|^(?:yes,? )?(?:i )?(?:have|took|got) (?:some |a few |the )?(?:photos?|pictures?|videos?|evidence|recordings?|screenshots?|receipts?)[.!\s]*$|^(?:i'll |i will |will )?(?:send|upload) (?:it|them|the \w+|some|photos?|pictures?)?(?: later| soon| in a minute| tomorrow)+[.!\s]*$/i;

/** Whether a text only says that there are files, or that they are to come. */
export const announcesFiles = (text: string): boolean => ANNOUNCES_FILES.test(text);
