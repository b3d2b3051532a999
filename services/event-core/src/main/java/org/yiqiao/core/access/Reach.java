package org.yiqiao.core.access;

import java.util.Collections;
import java.util.Set;

/** How far somebody reaches with one operation. */
public sealed interface Reach {

    Reach EVERYWHERE = new Everywhere();

    Reach NOWHERE = new Within(Set.of());

    boolean covers(Belonging belonging);

    /** To all there is; the program itself reaches so far. */
    record Everywhere() implements Reach {

        @Override
        public boolean covers(Belonging belonging) {
            return true;
        }
    }

    /** To what belongs to one of these words; to nothing if there are none. */
    record Within(Set<String> words) implements Reach {

        public Within {
            words = Set.copyOf(words);
        }

        @Override
        public boolean covers(Belonging belonging) {
            return !Collections.disjoint(words, belonging.words());
        }
    }
}
