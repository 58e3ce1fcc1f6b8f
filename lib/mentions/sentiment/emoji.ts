/**
 * Emoji by valence, −4…4, after their Unicode names ("smiling face with heart-eyes"): VADER scores an emoji as the words
 * of its name; here that is done once, for those in use that say something, and rated by us. The variation selector
 * is left out.
 */
export const emojiValence: readonly (readonly [valence: number, emoji: string])[] = [
  [-3, "🤮 🤬 🖕"],
  [-2.5, "😡 😠 🤢 💔 👿"],
  [-2, "😭 😢 😞 😖 😩 😫 😤 😒 👎 ☹ 🙁 😣 😱 😨 🚮 😿"],
  [-1.5, "😔 😕 😟 😓 😥 😰 🙄 😑 😪 🥺 💩 🤦 🗑 ❌ 🚩 🥱 🤡"],
  [-0.8, "😐 😬 🤨 😳 🫤 😶 🤷 ⚠"],
  [1, "🙂 😏 😌 😜 😝 😛 🤪 🙃 👌 🙏 💪 🔥 ✅ 🆒 👀 😅 💯"],
  [1.8, "😀 😃 😄 😁 😆 😊 ☺ 😉 😎 😋 😂 🤣 👍 👏 🙌 🤗 🎉 ✨ 🌟 ⭐ 🏆 🎊 😸"],
  [2.5, "😍 🥰 😘 😇 🤩 ❤ 🧡 💛 💚 💙 💜 🖤 🤍 🤎 💖 💗 💓 💕 💞 💘 💝 🥳 ♥ 😻 🫶"],
];
