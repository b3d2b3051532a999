package org.yiqiao.grid.reactions;

import org.springframework.stereotype.Component;
import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.contracts.PersonEvent.PersonErased;
import org.yiqiao.core.envelope.Envelope;
import org.yiqiao.core.feed.Reaction;
import org.yiqiao.core.privacy.PersonKeys;

/** Destroys the key of an erased person, with which their name was sealed; to destroy it twice does no harm. */
@Component
class WhenPersonIsErasedThenForgetThem implements Reaction<PersonEvent> {

    private final PersonKeys keys;

    WhenPersonIsErasedThenForgetThem(PersonKeys keys) {
        this.keys = keys;
    }

    @Override
    public Class<PersonEvent> events() {
        return PersonEvent.class;
    }

    @Override
    public void on(Envelope<? extends PersonEvent> event) {
        switch (event.event()) {
            case PersonErased(var person, var key) -> keys.destroy(person);
        }
    }
}
