/** The story as a Vue application: the same component on the server and in the browser. */
import { type Component, createSSRApp, defineComponent, h, onMounted, ref } from 'vue';
import { STORY } from './story.ts';

const Article: Component = defineComponent({
  setup() {
    const round = ref(0);
    const added = ref<readonly string[]>([]);
    onMounted(() => {
      addEventListener('render-again', () => {
        round.value += 1;
      });
      addEventListener('add-paragraph', () => {
        added.value = [...added.value, 'Later, a convoy left Idlib for the border.'];
      });
      document.documentElement.classList.add('hydrated');
    });
    return () =>
      h('article', [
        h('h1', STORY.title),
        // A new key makes Vue throw the old node away.
        [...STORY.paragraphs, ...added.value].map((text, place) => h('p', { key: `${round.value}-${place}` }, text)),
      ]);
  },
});

/** A fresh application that renders the story; it hears the same events as the React one. */
export const createStoryApp = (): ReturnType<typeof createSSRApp> => createSSRApp(Article);
