package org.yiqiao.grid.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.index.strtree.STRtree;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.support.territory.GeometryConverter;
import org.yiqiao.support.territory.GroundMeasure;
import org.yiqiao.support.territory.PolygonOverlay;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Validates the rules of a territory: parents are known and one level up, outlines are valid, children lie in their
 * parents, and siblings do not overlap. Outlines drawn by hand never fit exactly. Up to a thousandth of the smaller
 * area can therefore stick out or overlap. A boundary that leaves its former position entirely needs a confirmation,
 * because most such changes are a wrong datum or swapped coordinates.
 */
final class TerritoryValidator {

    /** Share of the smaller area that can stick out or overlap. */
    static final double TOLERANCE = 0.001;

    /** The search for overlaps ends at this number of violations. */
    private static final int MAX_VIOLATIONS = 1_000;

    private final String township;
    private final Map<String, Place> before;
    private final Map<String, Place> after;
    private final TerritoryMap others;
    private final boolean confirmsRelocation;
    private final Map<String, Geometry> outlines = new HashMap<>();
    private final List<TerritoryRuleViolation> violations = new ArrayList<>();

    TerritoryValidator(
            String township,
            Map<String, Place> before,
            Territory after,
            TerritoryMap others,
            boolean confirmsRelocation) {
        this.township = township;
        this.before = before;
        this.after = after.placesByCode();
        this.others = others;
        this.confirmsRelocation = confirmsRelocation;
    }

    /** Returns the violations that the changes would cause. Geometry is checked only if the tree of places is valid. */
    List<TerritoryRuleViolation> validate(List<Place> changed) {
        changed.forEach(this::checkPosition);
        if (violations.isEmpty()) {
            after.values().forEach(this::outline);
        }
        if (violations.isEmpty()) {
            if (!confirmsRelocation) {
                changed.forEach(this::checkRelocation);
            }
            after.values().forEach(this::checkContainment);
            checkOverlaps();
            checkNeighbours();
        }
        return violations;
    }

    private void checkPosition(Place place) {
        Place known = before.get(place.code());
        if (place.level() == TerritoryLevel.TOWNSHIP) {
            addViolationIf(place.parent() != null, "territory.parent-of-township", place, place.parent());
            addViolationIf(!place.code().equals(township), "territory.second-township", place, township);
            checkCode(place);
            return;
        }
        Place parent = after.get(place.parent());
        if (parent == null) {
            addViolation("territory.unknown-parent", place, place.parent());
            return;
        }
        TerritoryLevel above = place.level().parentLevel().orElseThrow();
        addViolationIf(parent.level() != above, "territory.wrong-parent", place, parent.code());
        addViolationIf(
                known != null && (known.level() != place.level() || !Objects.equals(known.parent(), place.parent())),
                "territory.moved",
                place,
                known == null ? null : known.parent());
        checkCode(place);
    }

    private void checkCode(Place place) {
        others.path(place.code()).stream()
                .findFirst()
                .filter(owner -> !owner.equals(township) && !before.containsKey(place.code()))
                .ifPresent(owner -> addViolation("territory.code-taken", place, owner));
    }

    private void outline(Place place) {
        PlaceOutline outline = PlaceOutline.of(place);
        if (outline.violation() != null) {
            violations.add(outline.violation());
        } else {
            outlines.put(place.code(), outline.requireGeometry());
        }
    }

    private void checkRelocation(Place place) {
        Place known = before.get(place.code());
        if (known != null && !known.boundary().equals(place.boundary())) {
            Geometry outline = outline(place.code());
            check(
                    place,
                    () -> PolygonOverlay.interiorsIntersect(outline, GeometryConverter.toGeometry(known.boundary()))
                            ? null
                            : located("territory.relocated", place, null, outline));
        }
    }

    private void checkContainment(Place place) {
        if (place.parent() != null) {
            Geometry inner = outline(place.code());
            Geometry outer = outline(place.parent());
            check(place, () -> {
                if (PolygonOverlay.covers(outer, inner)) {
                    return null;
                }
                Geometry outside = PolygonOverlay.difference(inner, outer);
                return outside.getArea() > TOLERANCE * inner.getArea()
                        ? located("territory.outside-parent", place, place.parent(), outside)
                        : null;
            });
        }
    }

    private void checkOverlaps() {
        Map<String, STRtree> siblings = new HashMap<>();
        for (Place place : after.values()) {
            Geometry outline = outline(place.code());
            STRtree index = siblings.computeIfAbsent(String.valueOf(place.parent()), ignored -> new STRtree());
            index.insert(outline.getEnvelopeInternal(), place);
        }
        for (Place place : after.values()) {
            Optional.ofNullable(siblings.get(String.valueOf(place.parent())))
                    .map(index -> candidates(index, outline(place.code())))
                    .orElseGet(Stream::empty)
                    .filter(other -> other.code().compareTo(place.code()) < 0)
                    .takeWhile(other -> violations.size() < MAX_VIOLATIONS)
                    .forEach(other -> checkOverlap(place, other.code(), outline(other.code())));
        }
    }

    private void checkNeighbours() {
        Place town = after.get(township);
        if (town != null) {
            others.townships().stream()
                    .filter(other -> !other.code().equals(township))
                    .forEach(other -> checkOverlap(town, other.code(), GeometryConverter.toGeometry(other.boundary())));
        }
    }

    private void checkOverlap(Place place, String otherCode, Geometry other) {
        Geometry outline = outline(place.code());
        check(place, () -> {
            if (!PolygonOverlay.interiorsIntersect(outline, other)) {
                return null;
            }
            Geometry shared = PolygonOverlay.intersection(outline, other);
            return shared.getArea() > TOLERANCE * Math.min(outline.getArea(), other.getArea())
                    ? located("territory.overlap", place, otherCode, shared)
                    : null;
        });
    }

    /** Adds the violation that a comparison finds. A boundary that cannot be compared counts as broken. */
    private void check(Place place, Supplier<@Nullable TerritoryRuleViolation> comparison) {
        TerritoryRuleViolation violation;
        try {
            violation = comparison.get();
        } catch (TopologyException | IllegalArgumentException e) {
            violation = located("territory.broken-polygon", place, null, outline(place.code()));
        }
        if (violation != null) {
            violations.add(violation);
        }
    }

    private static TerritoryRuleViolation located(String fault, Place place, @Nullable String other, Geometry area) {
        return TerritoryRuleViolation.of(fault, place, other)
                .located(GeometryConverter.positionIn(area), GroundMeasure.squareMetres(area));
    }

    private Geometry outline(String code) {
        return Objects.requireNonNull(outlines.get(code));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Place> candidates(STRtree tree, Geometry outline) {
        return ((List<Place>) tree.query(outline.getEnvelopeInternal())).stream();
    }

    private void addViolationIf(boolean violated, String violation, Place place, @Nullable String other) {
        if (violated) {
            addViolation(violation, place, other);
        }
    }

    private void addViolation(String violation, Place place, @Nullable String other) {
        violations.add(TerritoryRuleViolation.of(violation, place, other));
    }
}
